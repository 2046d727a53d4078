// Command viet writes the fixtures of the layouts as files to look at: for each a
// clean and a dirty workbook, and beside it the people, claims or amounts and the
// faults that reading it must give, and what was sown.
//
//	go run ./forms/sheet/mau/viet -out DIR [-n 2800]
//
// With -khac it writes instead what other programs make their workbooks of, for
// lam-lai.sh.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"ankhai/forms/sheet/mau"
)

func main() {
	n := flag.Int("n", 7*400, "people in each workbook, at least 200")
	out := flag.String("out", "", "folder to write to")
	others := flag.Bool("khac", false, "the sources of workbooks of other programs")
	flag.Parse()
	if *out == "" || *n < 200 {
		flag.Usage()
		os.Exit(2)
	}
	err := error(nil)
	if *others {
		err = writeOthers(*out)
	} else {
		err = write(*n, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(n int, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("write fixtures: %w", err)
	}
	for _, layout := range mau.Cac {
		for _, bo := range append([]*mau.Bo{mau.Sach(layout, n)}, mau.CacBan(layout, n)...) {
			oracle, err := json.MarshalIndent(map[string]any{"layout": bo.Layout, "people": bo.Nguoi, "claims": bo.Bang, "statement": bo.Muc, "problems": bo.Loi, "seeds": bo.Hat}, "", "  ")
			if err != nil {
				return fmt.Errorf("write fixtures: %w", err)
			}
			for name, data := range map[string][]byte{bo.Ten + ".xlsx": mau.Viet(bo.Trang, mau.Cach{}), bo.Ten + ".json": oracle} {
				if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
					return fmt.Errorf("write fixtures: %w", err)
				}
			}
		}
	}
	return nil
}
