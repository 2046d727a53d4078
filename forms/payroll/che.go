package payroll

import (
	"fmt"
	"io"
	"log/slog"
)

// Format shows the phương án and the month, whatever the verb: a proposal that is
// printed by accident tells neither who nor how much.
func (d DeXuat) Format(f fmt.State, _ rune) { io.WriteString(f, d.kin()) }

// LogValue is what a structured log may have.
func (d DeXuat) LogValue() slog.Value { return slog.StringValue(d.kin()) }

func (d DeXuat) kin() string { return "đề xuất " + d.PhuongAn + " " + d.TuThang.String() }

// Format shows how many facts change, whatever the verb.
func (t Thay) Format(f fmt.State, _ rune) { fmt.Fprintf(f, "%d điều thay đổi", len(t)) }

// Format shows the kind of the question and its month, whatever the verb.
func (c ChuaRo) Format(f fmt.State, _ rune) { fmt.Fprintf(f, "%s %s", c.Loai, c.TuThang) }

// Format shows the points alone, whatever the verb.
func (d TrungNguoi) Format(f fmt.State, _ rune) { fmt.Fprintf(f, "trùng %d điểm", d.Diem) }

// Format shows the points alone, whatever the verb.
func (u UngVien) Format(f fmt.State, _ rune) { fmt.Fprintf(f, "ứng viên %d", u.Diem) }

// Format shows no part of it, whatever the verb.
func (v VetDong) Format(f fmt.State, _ rune) { fmt.Fprintf(f, "dòng %d", v.Thu) }

// Format shows the decision's number and what it is, whatever the verb.
func (q QuyetDinh) Format(f fmt.State, _ rune) { fmt.Fprintf(f, "quyết định %d %s", q.ID, q.Viec) }
