// Package eval judges the clusters of a report by gold labels: what a person
// says which articles belong together. The way of a judgement is
//
//  1. [ReadGold] reads the labels, and refuses what contradicts itself;
//  2. [Predicted] takes the clusters of one level, events or families, from a
//     report;
//  3. [Gold.Score] compares the two with the measures that are usual for
//     clusterings. It is all that a search for better thresholds needs;
//  4. [Judge] adds the clusters that cost most and what could not be judged;
//  5. [Text], [JSON] and [CSV] write the judgement down.
//
// The package never runs a scan itself, and it repairs nothing: ids that are
// written differently in gold and report are different articles.
package eval
