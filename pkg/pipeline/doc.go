// Package pipeline joins the stages on one machine. [Scan] is the whole way of
// the data, one numbered step after the other; each step is a call of another
// package's pure functions:
//
//  1. source finds the inputs that the user selected, unpacks and reads them; what
//     cannot be read is skipped with its reason.
//  2. extract makes articles of each document: main text, title, time of
//     publication, the stories of a digest; provenance adds what the user knows of
//     them, outlet and credits. All of this looks at one document alone.
//  3. extract tells day from month in dates such as 03/04/2021 by the other
//     articles of the outlet. Articles are put in order of publication and
//     numbered. From here on an article is a number, and whatever order or workers
//     the steps before had is forgotten. provenance gives outlets of several names
//     one. Articles that are not selected, by date, language or outlet, go no further,
//     see [Selection].
//  4. segment splits the news text into words, fingerprint winnows the words'
//     shingles to prints, and candidate puts together the places of those that
//     several articles have.
//  5. extract learns templates from them: text that one outlet repeats over
//     articles on different subjects. What an article has of them is left out,
//     and its prints are taken anew. The words before and behind it are not in a
//     row.
//  6. candidate proposes the pairs of articles that share prints.
//  7. align chains what each pair shares to passages and computes the edits.
//  8. cluster puts articles that carry the same copy into families.
//  9. event weighs the terms of each article by how rare they are in general
//     news and in the folder. That is done twice: rough groups tell first what is
//     common in the folder, and not only in one great event of it. cluster then
//     groups whole families by the average of how well they fit, lets what was
//     left alone join, and takes out round-ups.
//  10. provenance makes the paragraph rows, finds the source of each family and
//     says who took from whom. Within an event, rows that say the same in other
//     words are joined.
//  11. quote puts what the articles of an event quote in common together, with who
//     said it and what each made of it.
//  12. The records of the report are written in an order that depends on the
//     articles alone.
//
// [Explain] goes the same way up to step 9 for the sake of two articles, and says by
// what they are, or are not, in one family and one event.
//
// Concurrency stands in two places, [readers] for steps 1 and 2 and [eachOf] for the
// others; a step's result does not depend on it. The package holds no algorithm of its
// own.
package pipeline
