// Package segment splits text into paragraphs, quotations and words, all with
// byte offsets into the text as it was read.
//
// A word is compared by its key, a hash of its folded form: lower case,
// compatibility characters decomposed (NFKC), soft hyphens dropped, "U.S."
// read as "us" and a word hyphenated at a line's end joined. Two words with the
// same key are the same word, whatever typography an outlet gave them. Numbers
// stay whole, because "12 dead" against "15 dead" is the story.
//
// Apostrophes and hyphens end a word: scraped text loses them ("China s"),
// curls them or keeps them, and "China's" must equal all three.
//
// Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without spaces;
// there every character is a word of its own, so that shingles of words become
// character n-grams.
//
// The package does not tag, stem or translate anything.
package segment
