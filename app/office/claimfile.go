package office

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

// ClaimFault is something wrong with a line of a file of periods.
type ClaimFault struct {
	Line int    `json:"line"` // of the file, from 1
	Say  string `json:"message"`
}

// claimHeads are the columns of a file of periods, each by the words that may head
// it, compared without diacritics. The first four stand in every file.
var claimHeads = []struct {
	name  string
	must  bool
	words []string
}{
	{"nguoi", true, []string{"người", "mã số BHXH", "số CCCD", "số ĐDCN/CCCD", "mã nhân viên", "nguoi"}},
	{"cheDo", true, []string{"chế độ", "loại chế độ", "cheDo"}},
	{"tuNgay", true, []string{"từ ngày", "tuNgay"}},
	{"denNgay", true, []string{"đến ngày", "denNgay"}},
	{"soNgay", true, []string{"số ngày", "tổng số ngày", "soNgay"}},
	{"sinhCon", false, []string{"ngày sinh của con", "ngày sinh con", "ngaySinhCon"}},
	{"truongHop", false, []string{"trường hợp", "truongHop"}},
	{"trangThai", false, []string{"trạng thái", "trangThai"}},
}

// maxClaimFile bounds a file of periods.
const maxClaimFile = 16 << 20

// ImportClaims reads periods from a file of lines, comma, semicolon or tab between
// the cells, the first line their heads. It keeps all of them or, where anything is
// wrong, none and says what: every fault at once.
func (o *Office) ImportClaims(ctx context.Context, data []byte) (kept int, faults []ClaimFault, err error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return 0, nil, err
	}
	lines, faults := readClaims(data)
	if len(faults) > 0 {
		return 0, faults, nil
	}
	everybody, err := o.store.Roster(ctx, dv.MaSoThue, o.Period().Add(1200))
	if err != nil {
		return 0, nil, err
	}
	all := make([]storage.Benefit, 0, len(lines))
	for _, l := range lines {
		b, say := l.benefit(everybody)
		for _, s := range say {
			faults = append(faults, ClaimFault{l.n, s})
		}
		all = append(all, b)
	}
	if len(faults) > 0 {
		return 0, faults, nil
	}
	return len(all), nil, o.store.PutBenefits(ctx, dv.MaSoThue, all)
}

// claimLine is a line of the file, cells by the name of their column.
type claimLine struct {
	n     int
	cells map[string]string
}

func readClaims(data []byte) (out []claimLine, faults []ClaimFault) {
	if len(data) > maxClaimFile {
		return nil, []ClaimFault{{1, "Tệp: không quá 16 MB"}}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	first, _, _ := bytes.Cut(data, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	for _, sep := range []rune{'\t', ';'} {
		if bytes.ContainsRune(first, sep) {
			r.Comma = sep
			break
		}
	}
	heads, err := r.Read()
	if err != nil {
		return nil, []ClaimFault{{1, "Tệp: không có dòng tiêu đề"}}
	}
	at := map[string]int{}
	for _, h := range claimHeads {
		i := slices.IndexFunc(heads, func(s string) bool {
			return slices.ContainsFunc(h.words, func(w string) bool { return codes.Fold(w) == codes.Fold(s) })
		})
		if i >= 0 {
			at[h.name] = i
		} else if h.must {
			faults = append(faults, ClaimFault{1, fmt.Sprintf("Cột %s: phải có trong dòng tiêu đề", h.words[0])})
		}
	}
	for len(faults) == 0 {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, []ClaimFault{{bad.Line, "Dòng này không đọc được: kiểm tra dấu ngoặc kép"}}
		}
		n, _ := r.FieldPos(0)
		l := claimLine{n, map[string]string{}}
		for name, i := range at {
			if i < len(cells) {
				l.cells[name] = strings.TrimSpace(cells[i])
			}
		}
		if slices.ContainsFunc(cells, func(s string) bool { return strings.TrimSpace(s) != "" }) {
			out = append(out, l)
		}
	}
	return out, faults
}

// benefit reads a line; say lists everything that is wrong with it.
func (l claimLine) benefit(everybody []facts.NguoiLaoDong) (b storage.Benefit, say []string) {
	who, cell := l.cells["nguoi"], l.cells
	for _, p := range everybody {
		if who == "" || (who != p.ID && who != p.MaSoBHXH && who != p.SoCCCD && who != p.MaNV) {
			continue
		}
		if b.Person != "" && b.Person != p.ID {
			say = append(say, "Người: số này là của nhiều người trong danh sách lao động")
			break
		}
		b.Person = p.ID
	}
	if b.Person == "" {
		say = append(say, "Người: không có ai trong danh sách lao động có số này")
	}
	var ok bool
	if b.CheDo, ok = facts.DocCheDo(cell["cheDo"]); !ok {
		b.CheDo = facts.CheDo(cell["cheDo"])
	}
	b.TuNgay, _ = law.ParseDay(cell["tuNgay"])
	b.DenNgay, _ = law.ParseDay(cell["denNgay"])
	b.NuaNgay, _ = ParseDays(cell["soNgay"])
	if s := cell["sinhCon"]; s != "" {
		if b.NgaySinhCon, ok = law.ParseDay(s); !ok {
			b.NgaySinhCon = -1 // said, and no day: named below
		}
	}
	b.TruongHop = cell["truongHop"]
	b.State, b.Source = storage.DaDuyet, storage.FromFile
	if s := cell["trangThai"]; s != "" {
		if b.State, ok = ParseBenefitState(s); !ok {
			say = append(say, "Trạng thái: phải là đề nghị, đã duyệt hoặc bị từ chối")
		}
	}
	return b, append(say, b.Loi()...)
}

// ParseBenefitState reads a state from its code or its words.
func ParseBenefitState(s string) (storage.BenefitState, bool) {
	for _, b := range []storage.BenefitState{storage.DeNghi, storage.DaDuyet, storage.BiTuChoi} {
		if f := codes.Fold(s); f == codes.Fold(string(b)) || f == codes.Fold(b.Say()) {
			return b, true
		}
	}
	return "", false
}

// ParseDays reads a number of days to the half, "2,5" or "2.5", as halves.
func ParseDays(s string) (halves int64, ok bool) {
	whole, frac, _ := strings.Cut(strings.Replace(strings.TrimSpace(s), ",", ".", 1), ".")
	n, err := strconv.ParseInt(whole, 10, 32)
	switch {
	case err != nil || n < 0:
		return 0, false
	case strings.TrimRight(frac, "0") == "5":
		return 2*n + 1, true
	case strings.TrimRight(frac, "0") != "":
		return 0, false
	}
	return 2 * n, true
}
