// Package law holds the dated figures that Vietnamese social insurance is
// reckoned with (mức tham chiếu, lương tối thiểu vùng, tỷ lệ đóng, trần, sàn)
// and the calculators that use them. It also owns the calendar of the forms:
// Day and Month.
//
// It knows no form, no person, no file and no clock: every answer is asked for
// a day or a month. Every figure carries the day it holds from, the text it
// rests on, how sure we are and when somebody last looked; a figure that is
// not known for a day is answered as unknown, never as a guess. What the
// sources leave open is a named setting that a company may choose (DiemMo),
// never a silent choice. A Sach carries both to a calculator.
//
// Everything under forms/, storage and app may import it; it imports nothing
// of ours. It follows Luật Bảo hiểm xã hội 41/2024/QH15, Nghị định
// 158/2025/NĐ-CP and the decrees named in data/*.toml.
package law
