package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"ankhai/app/office"
	"ankhai/forms/services"
)

// procedures lists what a dossier may be filed under.
func (c *call) procedures() error {
	all := services.Procedures()
	return c.answer(map[string]any{"procedures": list(all)}, func(w io.Writer) {
		for _, p := range all {
			if p.HetHieuLuc() {
				continue
			}
			note := ""
			if p.Rieng {
				note = " · mã của AnKhai"
			}
			forms := append(slices.Clone(p.BatBuoc), p.MotTrong...)
			fmt.Fprintf(w, "%-8s %s\n         Mẫu: %s%s\n", p.Ma, p.Ten, or(services.GoiMaus(forms, ", "), or(services.GoiMaus(p.DuocKem, ", "), "không có")), note)
		}
	})
}

// samples lists the shipped cases.
func (c *call) samples() error {
	all, err := office.SampleCases()
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"samples": all}, func(w io.Writer) {
		rows := [][]string{{"Mã", "Trường hợp", "Thủ tục", "Nội dung"}}
		for _, s := range all {
			rows = append(rows, []string{s.ID, s.Case, s.Procedure, s.Name})
		}
		table(w, rows)
		fmt.Fprintln(w, "Ghi một bộ ra tệp: bhxh services sample MÃ --out TỆP.json")
	})
}

// sample writes one shipped case to a file, or to the screen.
func (c *call) sample(id, out string) error {
	s, f, err := office.SampleCaseFile(id)
	if errors.Is(err, office.ErrNoSample) {
		return wrong("không có bộ mẫu điền sẵn %q; xem: bhxh services sample", id)
	}
	if err != nil {
		return err
	}
	if out == "" {
		_, err = c.Out.Write(f.Bytes)
		return err
	}
	if err := office.WriteFile(out, f.Bytes); err != nil {
		return err
	}
	next := "bhxh draft --procedure " + s.Procedure
	if s.Case != "" {
		next = "bhxh draft --service " + s.Service + " --case " + s.Case
		if s.Procedure != s.Service {
			next += " --procedure " + s.Procedure
		}
	}
	next += " --month " + s.Month + " --from " + out
	return c.answer(map[string]any{"sample": s, "file": out, "next": next}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã ghi %s: %s\nTiếp theo: %s\n", out, s.Name, next)
	})
}
