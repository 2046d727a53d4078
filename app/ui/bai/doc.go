// Package bai lays a bài tính of forms/law out on the window: the sum, its parts,
// what to mind, and every step with its article; one of many parts as a list with
// the steps of the chosen part beside it.
//
// It reckons nothing and asks nobody. Only screens of app/ui import it.
package bai
