// Package bai lays a bài tính of forms/law out on the window: the sum, its parts,
// what to mind, and every step with its article; one of many parts as a list with
// the steps of the chosen part beside it. Ask and Sums are how every screen answers
// «vì sao?».
//
// It reckons nothing; what it asks is handed in. Only screens of app/ui import it.
package bai
