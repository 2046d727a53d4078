package office

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/storage"
)

// ClaimFault is something wrong with a line of a file of periods.
type ClaimFault struct {
	Line int    `json:"line"` // of the file, from 1
	Say  string `json:"message"`
}

// ImportClaims reads periods from a workbook, or from lines of text with a comma, a
// semicolon or a tab between the cells; the first line has their heads. It keeps all of
// them or, where anything is wrong, none and says what: every fault at once. people is
// of how many.
func (o *Office) ImportClaims(ctx context.Context, data []byte) (kept, people int, faults []ClaimFault, err error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return 0, 0, nil, err
	}
	lines, faults, err := readClaims(ctx, data)
	if err != nil || len(faults) > 0 {
		return 0, 0, faults, err
	}
	everybody, err := o.store.Roster(ctx, dv.MaSoThue, o.Period().Add(1200))
	if err != nil {
		return 0, 0, nil, err
	}
	index := peopleByNumber(everybody)
	all, whose := make([]storage.Benefit, 0, len(lines)), map[string]bool{}
	for _, l := range lines {
		b, say := l.benefit(index)
		for _, s := range say {
			faults = append(faults, ClaimFault{l.n, s})
		}
		all = append(all, b)
		whose[b.Person] = true
	}
	if len(faults) > 0 {
		return 0, 0, faults, nil
	}
	return len(all), len(whose), nil, o.store.PutBenefits(ctx, dv.MaSoThue, all)
}

// peopleByNumber are people by everything that they are known by in a file: the store's
// number, mã số BHXH, CCCD, the employer's own number; and under a mark the first two
// without the zeros in front, which Excel drops from a number.
func peopleByNumber(everybody []facts.NguoiLaoDong) map[string][]string {
	out := map[string][]string{}
	for _, p := range everybody {
		for _, n := range []string{p.ID, p.MaSoBHXH, p.SoCCCD, p.MaNV} {
			if n != "" && !slices.Contains(out[n], p.ID) {
				out[n] = append(out[n], p.ID)
			}
		}
		for _, n := range []string{p.MaSoBHXH, p.SoCCCD} {
			if short := noZeros + strings.TrimLeft(n, "0"); n != "" && !slices.Contains(out[short], p.ID) {
				out[short] = append(out[short], p.ID)
			}
		}
	}
	return out
}

// noZeros marks a number without the zeros in front.
const noZeros = "-"

// benefit reads a line; say lists everything that is wrong with it.
func (l claimLine) benefit(index map[string][]string) (b storage.Benefit, say []string) {
	cell := l.cells
	found := index[cell["nguoi"]]
	if len(found) == 0 {
		found = index[noZeros+cell["nguoi"]]
	}
	switch len(found) {
	case 0:
		say = append(say, "Người: không có ai trong danh sách lao động có số này")
	case 1:
		b.Person = found[0]
	default:
		say = append(say, "Người: số này là của nhiều người trong danh sách lao động")
	}
	t := ClaimText{Kind: cell["cheDo"], From: cell["tuNgay"], Until: cell["denNgay"], Days: cell["soNgay"], Child: cell["sinhCon"], Case: cell["truongHop"], State: cell["trangThai"]}
	b.DotHuong, b.State = t.Read()
	b.Source = storage.FromFile
	if b.State.Say() == "" {
		say = append(say, "Trạng thái: phải là đề nghị, đã duyệt hoặc bị từ chối")
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
