// Package c12 holds the agency's monthly statement (mẫu C12-TS, "Thông báo kết quả
// đóng BHXH, BHYT, BHTN, BHTNLĐ, BNN") against our own figures and says who differs
// and why: it reads a statement from cells or lines of text (DocBang, DocVanBan,
// DocJSON), reckons what it should say from the people of the month (Tinh), and finds
// for every difference the people and causes whose amounts make it up (Compare),
// with what to do about them in the next period.
//
// The rows are those of Quyết định 366/QĐ-BHXH (forms/c12ts), or the older ones that
// do not part sickness from retirement. Of the arithmetic between rows the guide
// says little, so how a row is reckoned carries its confidence. What no cause
// explains is named with its amount: nothing is rounded away. An empty cell is blank
// and counts as nothing; a cell that was not read is not compared.
//
// It knows no store, no file, no clock and no window. It imports forms/form, law,
// codes, facts, and beyond them forms/c12ts, whose rows it holds, and forms/law/dong,
// which reckons what a person's month comes to. app/office imports it.
package c12
