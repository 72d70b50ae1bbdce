// Package segment cuts a text into paragraphs, sentences and words, and keeps
// the place of each in the text as it was given.
package segment
