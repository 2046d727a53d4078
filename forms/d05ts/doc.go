// Package d05ts declares mẫu D05-TS, "Danh sách tham gia bảo hiểm xã hội tự
// nguyện": who takes part, from when, on what income, what the State and others
// pay of it, and what is left to pay.
//
// The paper is that of Quyết định 366/QĐ-BHXH (29/04/2026, in force from
// 01/05/2026). The wire is D05-TS-595.xml of the time of Quyết định
// 595/QĐ-BHXH, known from generated files; the columns are the union of both.
//
// What is paid at once for years to come or years missing is held only against
// the plain amount: the calculators of forms/law/dong work it out. It knows no
// other mẫu, no store and no clock. It imports forms/form, law, codes and facts;
// forms/all and app import it.
package d05ts
