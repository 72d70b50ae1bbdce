// Package exchange reads and writes alignments in the forms that other
// programs know.
package exchange
