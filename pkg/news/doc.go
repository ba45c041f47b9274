// Package news defines the types that travel between the stages: articles and
// their paragraphs, spans, passages, pairs, families, events, and the report
// that is made of them.
//
// There are two levels. [Article] and [Passage] are what the stages work on.
// [Report] and the records it holds are what wireprint publishes: their JSON
// form is the contract "wireprint.report/v1", to which fields may be added but
// from which none is renamed or removed.
//
// All spans are half-open ranges of byte offsets into [Article.Text], which is
// the story as it was read, clutter included. The package holds no algorithm.
package news
