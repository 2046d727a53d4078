// Package lichsu makes the history of people over months ("lịch sử") out of what
// files of other programs say of them: lists of increases and decreases (rows with a
// phương án and months of Quyết định 366/QĐ-BHXH or older), payrolls of many months,
// personal sheets.
//
// It reads no file and knows no form, no signature and no database: it is given lines
// with their places. It invents nothing. Where lines contradict each other, or none
// speaks, a month stays unknown (facts.ChuaRo, or a pay that is not known) and is named
// with the places; a line that a person has to judge first is left out and named. What
// the program itself knows of a month is never changed.
//
// What a file of changes cannot tell it does not guess: that nothing changed in a month
// of which there is no file, when somebody joined who was there before the first file,
// when somebody came back of whom no file tells. app/office imports it.
package lichsu
