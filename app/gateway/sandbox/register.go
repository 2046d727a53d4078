package sandbox

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Register is the small list of units and people the sandbox pretends to know.
// It is read from dang-ky.json in the sandbox's folder, or given in Options.
type Register struct {
	DonVi []struct {
		MaDonVi  string `json:"maDonVi"`
		MaSoThue string `json:"maSoThue"`
	} `json:"donVi"` // empty: every unit counts as registered
	Nguoi []RegisterPerson `json:"nguoi"`
}

// RegisterPerson is somebody whose rise is returned.
type RegisterPerson struct {
	MaSoBHXH  string `json:"maSoBHXH"`
	SoCCCD    string `json:"soCCCD"`
	TinhTrang string `json:"tinhTrang"` // one of the three below
	MaDonVi   string `json:"maDonVi"`   // where dang-dong
}

// The three situations in which a rise is returned by itself
// (Quyết định 366/QĐ-BHXH, Điều 5).
const (
	DangDong   = "dang-dong"   // active at another unit
	HuuTri     = "huu-tri"     // on pension
	ThatNghiep = "that-nghiep" // on unemployment benefit
)

const registerName = "dang-ky.json"

func readRegister(dir string) (*Register, error) {
	b, err := os.ReadFile(filepath.Join(dir, registerName))
	if errors.Is(err, fs.ErrNotExist) {
		return &Register{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read register: %w", err)
	}
	var r Register
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return nil, fmt.Errorf("read register %s: %w", registerName, err)
	}
	for i, p := range r.Nguoi {
		if !slices.Contains([]string{DangDong, HuuTri, ThatNghiep}, p.TinhTrang) {
			return nil, fmt.Errorf("read register %s: person %d: tinhTrang %q", registerName, i+1, p.TinhTrang)
		}
	}
	return &r, nil
}

func (r *Register) hasUnit(maDonVi, maSoThue string) bool {
	if len(r.DonVi) == 0 {
		return true
	}
	for _, d := range r.DonVi {
		if d.MaDonVi == maDonVi && (d.MaSoThue == "" || d.MaSoThue == maSoThue) {
			return true
		}
	}
	return false
}

// increases are the phương án that bring a person in. TL, which only adds the
// accident fund, is not among them.
var increases = []string{"TM", "TD", "TC", "TH"}

// returns looks for rises in the D02-TS of the dossier that the agency would
// send back by itself.
func (r *Register) returns(env *envelope) []Finding {
	var out faultList
	if len(r.Nguoi) == 0 {
		return nil
	}
	for _, f := range env.files {
		if f.maToKhai != "D02-TS" {
			continue
		}
		var doc struct {
			Rows []struct {
				STT      string `xml:"STT"`
				MasoBHXH string `xml:"MasoBHXH"`
				CMND     string `xml:"CMND"`
				PA       string `xml:"PA"`
			} `xml:"NoiDung>LaoDong"`
		}
		if xml.Unmarshal(bytes.TrimPrefix(f.content, []byte("\ufeff")), &doc) != nil {
			continue
		}
		for _, row := range doc.Rows {
			if !slices.Contains(increases, row.PA) {
				continue
			}
			for _, p := range r.Nguoi {
				if (p.MaSoBHXH == "" || p.MaSoBHXH != row.MasoBHXH) && (p.SoCCCD == "" || p.SoCCCD != row.CMND) {
					continue
				}
				where := "dòng " + cut(row.STT, 8)
				switch p.TinhTrang {
				case DangDong:
					if p.MaDonVi != env.values["MaSoBHXH"] {
						out.add("E-BIZ-TRA-01", f.tenFile, where, "Phương án %s, %s: người lao động đang đóng BHXH tại đơn vị %s; đề nghị đơn vị đó báo giảm trước", row.PA, where, p.MaDonVi)
					}
				case HuuTri:
					out.add("E-BIZ-TRA-02", f.tenFile, where, "Phương án %s, %s: người lao động đang hưởng lương hưu; bỏ dòng này khỏi danh sách báo tăng", row.PA, where)
				case ThatNghiep:
					out.add("E-BIZ-TRA-03", f.tenFile, where, "Phương án %s, %s: người lao động đang hưởng trợ cấp thất nghiệp; đề nghị người lao động khai báo có việc làm trước", row.PA, where)
				}
				break
			}
		}
	}
	return out
}
