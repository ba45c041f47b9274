// Package event finds the articles that are about the same happening, whoever
// wrote them and in whatever words.
//
// An article is a vector of its words, weighted by how rare they are in general
// news ([Background]); two articles are as near as the cosine of their vectors
// ([Similar]), within a time window where their days are known ([Options]).
// Grouping is for package cluster.
//
// The package does not look at the order of words: who copied whom is for align
// and provenance.
package event
