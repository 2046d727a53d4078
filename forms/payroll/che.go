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
