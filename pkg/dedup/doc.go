// Package dedup chooses, from a finished report, one copy of each story or of each
// paragraph, and says of all that is dropped in favour of what and why.
//
// It reads and writes no files: what was chosen is fetched by those who have them.
// Nothing is dropped for being on the same event: only copy is.
package dedup
