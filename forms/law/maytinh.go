package law

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
)

// MayTinh is a calculator: what it asks, and how it answers with its working. It
// is a pure function of the answers and of the figures in TraLoi.Sach.
type MayTinh struct {
	Ten    string   // what the console calls it: "om-dau"
	TieuDe string   // "Trợ cấp ốm đau"
	Nhom   Nhom     // where a screen puts it
	CanCu  string   // the articles it follows
	GhiChu string   // what it does not do, "" if nothing
	Hoi    []CauHoi // in the order in which a person is asked
	Tinh   func(TraLoi) (KetQuaTinh, error)
}

// Nhom is a group of calculators, in Vietnamese as a screen shows it.
type Nhom string

// The groups, in the order of a screen.
const (
	NhomDong      Nhom = "Mức đóng"
	NhomTruyDong  Nhom = "Truy đóng, chậm đóng, hoàn trả"
	NhomTuNguyen  Nhom = "Tự nguyện, hộ gia đình"
	NhomNganHan   Nhom = "Ốm đau, thai sản, dưỡng sức"
	NhomTaiNan    Nhom = "Tai nạn lao động, bệnh nghề nghiệp"
	NhomDaiHan    Nhom = "Hưu trí, một lần, tử tuất"
	NhomThatNghep Nhom = "Thất nghiệp"
)

var nhoms = []Nhom{NhomDong, NhomTruyDong, NhomTuNguyen, NhomNganHan, NhomTaiNan, NhomDaiHan, NhomThatNghep}

// KetQuaTinh is what a calculator found.
type KetQuaTinh struct {
	Total    int64    `json:"total"`
	Unit     string   `json:"unit"` // "đồng", or what else Total counts
	Parts    []PhanKQ `json:"parts"`
	Working  []Buoc   `json:"working"`
	Warnings []string `json:"warnings"`
}

// PhanKQ is one part of a result.
type PhanKQ struct {
	Ten    string `json:"name"`  // a key for programs: "troCap"
	Nhan   string `json:"label"` // the same for people
	GiaTri int64  `json:"value"`
	DonVi  string `json:"unit"`
}

var mayTinhs = map[string]MayTinh{}

// DangKy registers a calculator. A mistake in its declaration stops the program
// at start, naming calculator and question.
func DangKy(m MayTinh) MayTinh {
	if err := m.check(); err != nil {
		panic("law: " + err.Error())
	}
	if err := ghiDiemMo(m.Ten, m.Hoi); err != nil {
		panic("law: " + err.Error())
	}
	mayTinhs[m.Ten] = m
	return m
}

func (m MayTinh) check() error {
	switch _, taken := mayTinhs[m.Ten]; {
	case m.Ten == "", m.TieuDe == "", m.CanCu == "", m.Tinh == nil:
		return fmt.Errorf("calculator %q: name, title, basis or function is missing", m.Ten)
	case taken:
		return fmt.Errorf("calculator %q: registered twice", m.Ten)
	case !slices.Contains(nhoms, m.Nhom):
		return fmt.Errorf("calculator %q: no group %q", m.Ten, m.Nhom)
	}
	return checkHoi(m.Ten, m.Hoi)
}

// MayTinhs lists the calculators by group and title.
func MayTinhs() []MayTinh {
	var all []MayTinh
	for _, m := range mayTinhs {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b MayTinh) int {
		return cmp.Or(cmp.Compare(slices.Index(nhoms, a.Nhom), slices.Index(nhoms, b.Nhom)), cmp.Compare(a.Ten, b.Ten))
	})
	return all
}

// TimMayTinh finds a calculator by the console's name.
func TimMayTinh(ten string) (MayTinh, bool) {
	m, ok := mayTinhs[ten]
	return m, ok
}

// TinhJSON reads the answers from a JSON object and computes. LoiVaos lists every
// answer that is wrong or missing; *ChuaBiet names a figure that is not known.
// sach nil means the figures that come with the program.
func (m MayTinh) TinhJSON(answers []byte, sach *Sach) (KetQuaTinh, error) {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(answers, &raw); err != nil {
		return KetQuaTinh{}, LoiVaos{{Say: "Dữ liệu vào: phải là một đối tượng JSON như {\"luong\": 12000000}"}}
	}
	v, faults := doc(m.Hoi, raw, "")
	if len(faults) > 0 {
		return KetQuaTinh{}, faults
	}
	v.Sach = sach
	return m.Tinh(v)
}

// LoiVao is a fault of an answer: which question, and what to do.
type LoiVao struct {
	Ten string `json:"name"` // of the question; "giaiDoan[2].tuThang" inside a list
	Say string `json:"message"`
}

// LoiVaos are all the faults of the answers at once.
type LoiVaos []LoiVao

// Error joins the sentences, for a log; they name questions, not persons.
func (l LoiVaos) Error() string {
	s := ""
	for i, f := range l {
		if i > 0 {
			s += "; "
		}
		s += f.Say
	}
	return s
}
