// Package segment splits text into paragraphs, quotations and words, all with
// byte offsets into the text as it was read.
//
// A word is compared by its key, a hash of its folded form: lower case,
// compatibility characters decomposed (NFKC), soft hyphens dropped, "U.S."
// read as "us" and a word hyphenated at a line's end joined. Two words with the
// same key are the same word, whatever typography an outlet gave them. Numbers
// stay whole, because "12 dead" against "15 dead" is the story; the digits of
// all scripts are the same.
//
// What outlets print or leave out is left out: the vowel signs of Hebrew and
// Arabic, the tatweel, the hamza of an alef, the nukta, the stress marks of
// Russian, the dots of ё, the accents of Greek, which its capitals lack, and the
// dots that tell the Turkish i from the ı. ß is ss, œ is oe and æ is ae. Accents
// of Latin letters stay: "cafe" is not "café".
//
// Apostrophes and hyphens end a word: scraped text loses them ("China s"),
// curls them or keeps them, and "China's" must equal all three. So do those of
// other scripts, such as the gershayim of a Hebrew acronym.
//
// Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without spaces;
// there every character, with the signs that belong to it, is a word of its own,
// so that shingles of words become character n-grams.
//
// The package does not tag, stem or translate anything.
package segment
