// Package eval judges the clusters of a report by gold labels: what a person
// says which articles belong together. The way of a judgement is
//
//  1. [ReadGold] reads the labels, and refuses what contradicts itself;
//  2. [Predicted] takes the clusters of one level, events or families, from a
//     report;
//  3. [Gold.Score] compares the two with the measures that are usual for
//     clusterings;
//  4. [Judge] adds the clusters that cost most and what could not be judged;
//  5. [Text], [JSON] and [CSV] write the judgement down.
//
// The way to better thresholds begins with candidates, groupings of the same
// articles at other thresholds, which package pipeline makes: [Sweep] scores each,
// and [Tune] chooses one and says what the choice is worth on articles that nobody
// labelled.
//
// The package never runs a scan itself, and it repairs nothing: ids that are
// written differently in gold and report are different articles.
package eval
