// Package d01ts declares mẫu D01-TS, "Bảng kê thông tin": the papers by which an
// employer proves that people join, leave or change late, one row a paper.
//
// The mẫu is that of Quyết định 595/QĐ-BHXH (14/04/2017). Quyết định
// 366/QĐ-BHXH no longer lists it, but the procedures of an I-VAN still take the
// file D01-TS-595.xml. The official sheet was not at hand: the paper is built
// from the columns as programs show them.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// codes, facts, khung and nhanthan; forms/all and app import it.
package d01ts
