// Package quote finds what is quoted in articles, who is said to have said it, and
// which quotations are the same utterance.
//
// A [Reader] reads the quotations of one article: the words between quotation marks,
// put together where the reporter breaks in ("We will act," she said, "and soon"),
// each with its speaker as the text names him. Who speaks is read from the words
// around: a verb of speaking and what stands before or behind it. The verbs, titles
// and pronouns are tables by language (English, German, French, Spanish, Russian,
// Arabic and Chinese); in other languages quotations are found, and speakers are not.
// A speaker who is not certain is unknown.
//
// [Group] puts the quotations of one event together. An utterance's wording is the
// longest; what others made of it, shortened, joined or altered, is told against
// that one. Quotations that share rare words are found by an index of their
// shingles, so that the cost is linear in the words quoted.
//
// The package does not translate: an utterance in two languages is two. It does not
// judge whether somebody really said it.
package quote
