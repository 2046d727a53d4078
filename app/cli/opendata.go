package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"ankhai/app/office"
	"ankhai/storage"
)

// openJSON is an open export, the shape that scripts rely on.
type openJSON struct {
	File        string `json:"file"`
	TaxCode     string `json:"taxCode"`
	Name        string `json:"name"`
	People      int    `json:"people"`
	Payrolls    int    `json:"payrolls"`
	Dossiers    int    `json:"dossiers"`
	Submissions int    `json:"submissions"`
	Files       int    `json:"files"`
	Bytes       int64  `json:"bytes"`
}

func openInfo(file string, i storage.OpenInfo) openJSON {
	return openJSON{file, i.MST, i.Name, i.People, i.Payrolls, i.Dossiers, i.Submissions, i.Files, i.Bytes}
}

func (j openJSON) say() string {
	return fmt.Sprintf("đơn vị %s, %d người, %d tháng lương, %d hồ sơ, %d gói đã ký; %d tệp, %d byte", j.TaxCode, j.People, j.Payrolls, j.Dossiers, j.Submissions, j.Files, j.Bytes)
}

// openEmployer writes one employer open, or all of them below a folder.
func (c *call) openEmployer(out string, all, packed bool) error {
	switch {
	case out == "":
		return wrong("thiếu --out")
	case all == (len(c.args) == 2):
		return wrong("employer open cần MST, hoặc --all")
	case packed && !all:
		return wrong("--zip đi với --all; một đơn vị thì đặt tên tệp có đuôi .zip: --out khach.zip")
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	fmt.Fprintln(c.Err, "Chú ý:", office.OpenWarning)
	var infos []storage.OpenInfo
	file := func(storage.OpenInfo) string { return out }
	if all {
		infos, err = o.OpenExportAll(c.ctx, out, packed)
		file = func(i storage.OpenInfo) string {
			name := filepath.Join(out, i.MST)
			if packed {
				name += ".zip"
			}
			return name
		}
	} else {
		var info storage.OpenInfo
		info, err = o.OpenExport(c.ctx, c.args[1], out)
		infos = []storage.OpenInfo{info}
	}
	if err != nil {
		return err
	}
	var lines []openJSON
	for _, i := range infos {
		lines = append(lines, openInfo(file(i), i))
	}
	var v any = map[string]any{"exports": lines}
	if !all {
		v = lines[0]
	}
	return c.answer(v, func(w io.Writer) {
		for _, l := range lines {
			fmt.Fprintf(w, "Đã ghi vào %s: %s\n", l.File, l.say())
		}
		fmt.Fprintln(w, "Mở DOC-TRUOC.txt ở đó để biết từng tệp là gì.")
	})
}

// takeOpen takes an employer in from an open export, or only looks at it.
func (c *call) takeOpen(file string, look, replace bool) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	took, err := o.TakeOpen(c.ctx, file, look, replace)
	if faults := office.OpenFaults(err); faults != nil && c.json {
		if err := c.answer(map[string]any{"file": file, "faults": openFaults(faults)}, nil); err != nil {
			return err
		}
		return errRefused
	}
	if err != nil {
		return err
	}
	m := took.Merged
	if m.Renumbered == nil {
		m.Renumbered = map[string]string{}
	}
	return c.answer(map[string]any{"export": openInfo(file, took.Info), "taken": !look, "here": took.Here, "held": slices.Concat([]string{}, took.Held), "gateway": took.Gateway,
		"kept": m.Kept, "renumbered": m.Renumbered, "notes": openFaults(took.Notes)}, func(w io.Writer) {
		done := "Đã nhận từ "
		if look {
			done = "Nhận được, chưa ghi gì, "
		}
		fmt.Fprintf(w, "%s%s: %s\n", done, file, openInfo(file, took.Info).say())
		for _, n := range took.Notes {
			fmt.Fprintln(w, "  "+n.String())
		}
		if m.Kept > 0 {
			fmt.Fprintf(w, "Giữ nguyên %d hồ sơ đã ký ở đây\n", m.Kept)
		}
		for _, old := range sortedNames(m.Renumbered) {
			fmt.Fprintf(w, "  %s ở đây mang số mới %s\n", old, m.Renumbered[old])
		}
		if len(took.Held) > 0 {
			fmt.Fprintf(w, "Đang chờ gửi ở nơi xuất, ở đây không tự gửi: %s. Hỏi nơi xuất xem đã gửi chưa, rồi trả lời bằng bhxh outbox\n", strings.Join(took.Held, ", "))
		}
		if took.Gateway != "" {
			fmt.Fprintf(w, "Hồ sơ của đơn vị này từ nay gửi tới %s, theo bản xuất; xem lại trước khi gửi\n", took.Gateway)
		}
	})
}

// openFaults are faults as scripts read them.
func openFaults(all storage.OpenFaults) []map[string]any {
	out := []map[string]any{}
	for _, f := range all {
		out = append(out, map[string]any{"file": f.File, "row": f.Row, "message": f.Say})
	}
	return out
}
