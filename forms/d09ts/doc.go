// Package d09ts declares mẫu D09-TS, "Danh sách tham gia BHXH, BHYT, BHTN,
// BHTNLĐ, BNN": the list of its people that the agency keeps and sends an
// employer, with the pay on which each fund is paid.
//
// The mẫu is that of Quyết định 366/QĐ-BHXH (29/04/2026, in force from
// 01/05/2026). It is issued by the agency: here it is read, compared and printed,
// never declared. Its guide was not at hand.
//
// It knows no other mẫu, no store and no clock, and reads no file. It imports
// forms/form, law, facts, khung and nhanthan; forms/all and app import it.
package d09ts
