// Package sealed keeps files that only the data key opens: each under a random
// name, cut into chunks that are encrypted and authenticated one by one, so that
// a file is read and written as a stream.
//
// It refuses to know what is in a file and who needs it. What it notices is every
// change: a file that was cut, put together otherwise, taken for another one, or
// written under another key is ErrDamaged, before a wrong byte is given out.
// storage may import it, and nothing else. The format stands in
// docs/dinh-dang/tep-niem-phong.md; it is the STREAM construction of Hoang,
// Reyhanitabar, Rogaway and Vizár with AES-256-GCM.
package sealed
