// Package c12ts declares mẫu C12-TS, "Thông báo kết quả đóng BHXH, BHYT, BHTN,
// BHTNLĐ, BNN": the statement that the agency sends an employer each month. Its
// rows are fixed and carry a code of their own (A.2.2.1, B.3.1.2.1 …); the
// payments of the month stand below C.
//
// The mẫu is that of Quyết định 366/QĐ-BHXH (29/04/2026, in force from
// 01/05/2026). It is issued by the agency: here it is read, held against its own
// arithmetic, compared with the month before, and printed; it is never declared.
// The guide says only how column 6 adds up and that A is the Đ of the month
// before; every other sum between rows is inferred from the words of the rows.
//
// It knows no other mẫu, no store and no clock, and reads no file. It imports
// forms/form, law, codes, facts, khung and nhanthan; forms/all, forms/c12 and app
// import it.
package c12ts
