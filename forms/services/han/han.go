package han

import (
	"slices"
	"strings"

	"ankhai/forms/law"
	"ankhai/forms/services"
)

// Han is a clock: one time limit as the law, or practice, sets it.
type Han struct {
	Ma         string          `json:"id"` // stable: "OM-1"
	SuKien     string          `json:"event"`
	Loai       Loai            `json:"kind"`
	Viec       string          `json:"task"`
	Ai         services.VaiTro `json:"who"`
	Moc        []string        `json:"from"` // days of the event, or clocks before it (in capitals); the first that is known counts
	So         int             `json:"n"`    // 0 where Cach needs none, or where SoLieu has it
	SoLieu     string          `json:"figure,omitempty"`
	DonVi      DonVi           `json:"unit"`
	Cach       Cach            `json:"counting"`
	Doi        Doi             `json:"lastDay"`
	QuaHan     []string        `json:"ifLate"`
	CanCu      string          `json:"basis"`
	Confidence law.Confidence  `json:"confidence"`
	GhiChu     string          `json:"note,omitempty"`

	khi       dieuKien
	truongHop []theoCase
}

// theoCase is a case, or a service, that the clock is of under a condition.
type theoCase struct {
	id  string
	khi dieuKien
}

// Loai is what a clock's day is.
type Loai string

// The kinds.
const (
	HanNop    Loai = "han"          // a limit that the law sets
	Nen       Loai = "nen"          // advised; the law sets no number
	SomNhat   Loai = "som-nhat"     // the first day on which it can be done
	HetHieu   Loai = "het-hieu-luc" // the day after which something no longer holds
	KhongHan  Loai = "khong-han"    // no number and no day
	loaiTatCa      = "han nen som-nhat het-hieu-luc khong-han"
)

// DonVi is what is counted.
type DonVi string

// The units.
const (
	DonViNgay DonVi = "ngay"          // calendar days
	NgayLam   DonVi = "ngay-lam"      // working days
	KhongLe   DonVi = "ngay-khong-le" // days that are no public holidays
	DonViThg  DonVi = "thang"         // months
)

// Cach is how it is counted.
type Cach string

// The ways of counting.
const (
	Sau          Cach = "sau"            // from the day after
	KeCa         Cach = "ke-ca"          // the day itself is the first
	Truoc        Cach = "truoc"          // that many before
	CuoiThangSau Cach = "cuoi-thang-sau" // last day of the following month
	CuoiThang    Cach = "cuoi-thang"     // last day of its month
	CuoiThangThu Cach = "cuoi-thang-thu" // last day of the n-th month, its own being the first
	DauThangSau  Cach = "dau-thang-sau"  // n-th day of the following month
	SauThang     Cach = "sau-thang"      // first day after n whole months that follow its own
	SauDu        Cach = "sau-du"         // the day of the same number n months later
	DungNgay     Cach = "dung-ngay"      // on the day itself
	KhongDem     Cach = "khong-han"
)

// Doi is what becomes of a last day that is off.
type Doi string

// The three.
const (
	Lui   Doi = "lui"   // the next working day (Bộ luật Dân sự Điều 148 khoản 5)
	Giu   Doi = "khong" // it stays: a date is named, or a machine counts
	Som   Doi = "som"   // the working day before
	noDoi Doi = ""      // working days end on one
)

// dieuKien is a condition on the answers: every key holds one of its values.
type dieuKien map[string][]string

func (d dieuKien) dung(chon map[string]string) bool {
	for k, vs := range d {
		if !slices.Contains(vs, chon[k]) {
			return false
		}
	}
	return true
}

// ofCase returns the case or service that the clock is of, "" if none.
func (h Han) ofCase(chon map[string]string) string {
	for _, t := range h.truongHop {
		if t.khi.dung(chon) {
			return t.id
		}
	}
	return ""
}

// Hans lists every clock. The caller must not change them.
func Hans() []Han { return data.han }

// Cua lists the clocks of a service, in the order of the table.
func Cua(dichVu string) []Han {
	var out []Han
	for _, h := range data.han {
		if slices.ContainsFunc(h.truongHop, func(t theoCase) bool {
			id, _, _ := strings.Cut(t.id, ".")
			return strings.EqualFold(id, dichVu)
		}) {
			out = append(out, h)
		}
	}
	return out
}

// TruongHop lists the cases and services that the clock is of.
func (h Han) TruongHop() []string {
	out := make([]string, len(h.truongHop))
	for i, t := range h.truongHop {
		out[i] = t.id
	}
	return out
}

// Khi is under which answers the clock runs, "vai=me"; "" always.
func (h Han) Khi() string {
	keys := make([]string, 0, len(h.khi))
	for k, vs := range h.khi {
		keys = append(keys, k+"="+strings.Join(vs, ","))
	}
	slices.Sort(keys)
	return strings.Join(keys, "&")
}

// HauQua is what follows when a limit is not kept.
type HauQua struct {
	Ma         string         `json:"id"`
	Say        string         `json:"say"`
	CanNop     string         `json:"file,omitempty"` // what must then go with the dossier
	CanCu      string         `json:"basis"`
	Confidence law.Confidence `json:"confidence"`
}
