package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"ankhai/forms/sheet/mau"
)

// writeOthers writes what other programs make their workbooks of: ours to save again,
// and the bare values as a flat OpenDocument sheet and as JSON.
func writeOthers(dir string) error {
	for _, sub := range []string{"luu", "tao"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			return fmt.Errorf("write sources: %w", err)
		}
	}
	for _, bo := range mau.CacKhac() {
		values, err := json.Marshal(bare(bo))
		if err != nil {
			return fmt.Errorf("write sources: %w", err)
		}
		for name, data := range map[string][]byte{"luu/" + bo.Ten + ".xlsx": mau.Viet(bo.Trang, mau.Cach{}), "tao/" + bo.Ten + ".fods": []byte(flat(bo)), "tao/" + bo.Ten + ".json": values} {
			if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
				return fmt.Errorf("write sources: %w", err)
			}
		}
	}
	return nil
}

// bareSheet is a sheet as values: cells are row, column, kind and text.
type bareSheet struct {
	Name   string   `json:"name"`
	Cells  [][4]any `json:"cells"`
	Look   []int    `json:"look"` // of each cell
	Merged []string `json:"merged"`
	Rows   []int    `json:"hiddenRows"`
	Cols   []int    `json:"hiddenCols"`
}

func bare(bo *mau.Bo) (out []bareSheet) {
	for _, t := range bo.Trang {
		s := bareSheet{Name: t.Ten, Merged: t.Gop, Cols: t.AnCot}
		for at, g := range t.Cells() {
			kind := "s"
			switch {
			case g.Sai:
				kind = "e"
			case g.So:
				kind = "n"
			case g.S == "":
				kind = ""
			}
			s.Cells = append(s.Cells, [4]any{at[0], at[1], kind, g.S})
			s.Look = append(s.Look, g.Kieu)
		}
		for r := range t.AnDong {
			s.Rows = append(s.Rows, r)
		}
		out = append(out, s)
	}
	return out
}
