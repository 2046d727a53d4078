package facts

import (
	"fmt"
	"io"
	"log/slog"
)

// che stands where a value was kept out of a text (to "che": to cover). Whoever is
// printed by accident, in an error, a log or a crash, shows which record they
// are and nothing that identifies them. What a person is meant to read is written
// from the fields, never from the struct.
const che = "▒"

func masked(f fmt.State, s string) { io.WriteString(f, s) }

// Format shows the record's own number, whatever the verb.
func (n NguoiLaoDong) Format(f fmt.State, _ rune) { masked(f, n.kin()) }

// LogValue is what a structured log may have.
func (n NguoiLaoDong) LogValue() slog.Value { return slog.StringValue(n.kin()) }

func (n NguoiLaoDong) kin() string {
	if n.ID == "" {
		return "người lao động " + che
	}
	return "người lao động " + n.ID
}

// Format shows the cell that the line begins at, whatever the verb.
func (d DongLuong) Format(f fmt.State, _ rune) { masked(f, d.kin()) }

// LogValue is what a structured log may have.
func (d DongLuong) LogValue() slog.Value { return slog.StringValue(d.kin()) }

func (d DongLuong) kin() string { return "dòng lương " + d.Noi.O }

// Format shows no amount, whatever the verb.
func (l Luong) Format(f fmt.State, _ rune) { masked(f, "lương "+che) }

// LogValue is what a structured log may have.
func (l Luong) LogValue() slog.Value { return slog.StringValue("lương " + che) }

// Format shows nothing of a contract, whatever the verb.
func (h HopDong) Format(f fmt.State, _ rune) { masked(f, "hợp đồng "+che) }

// LogValue is what a structured log may have.
func (h HopDong) LogValue() slog.Value { return slog.StringValue("hợp đồng " + che) }

// Format shows which employer it is by the end of its tax code: a household's tax
// code is a person's number.
func (d DonVi) Format(f fmt.State, _ rune) { masked(f, d.kin()) }

// LogValue is what a structured log may have.
func (d DonVi) LogValue() slog.Value { return slog.StringValue(d.kin()) }

func (d DonVi) kin() string { return "đơn vị " + CheMa(d.MaSoThue) }

// CheMa covers a number but for its last three signs, which tell a person who
// knows it which one is meant: "▒106". Shorter than nine it is covered whole.
func CheMa(s string) string {
	if len(s) < 9 {
		return che
	}
	return che + s[len(s)-3:]
}
