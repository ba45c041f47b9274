// Package drift finds the facts that differ between two wordings of a paragraph:
// numbers with their units, dates, names of people and places, their titles, who a
// statement is attributed to, whether something is said or denied, and the words of
// a quotation. What editors change without changing the facts is no drift:
// spelling, typography, "said" for "told", contractions, articles, the order of the
// same words, another unit for the same length.
//
// A [Wording] is read in two steps. Its words become units: "more than twelve
// hundred" is one quantity, "Monday, 3 March" is one date, other words stand for
// themselves in one spelling. The units of both wordings are compared, and what
// stands between the equal ones is judged, kind by kind. What words mean is in
// tables, by language; English has all of them; German, French and Spanish those of
// numbers, dates, titles and negation, French and Spanish names as well; other
// languages have figures, dates and names.
//
// A fact that only one of the wordings has is no drift: leaving out is not changing.
// The package does not say which of the two is right.
package drift
