package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/law"
	"ankhai/storage"
)

// openPoints keeps how an employer reads what the law leaves open. It goes with the
// employer to another data file.
const openPoints = "thietLapLuat:" // + tax code

// LawSetting is a point that the law leaves open, and how an employer reads it.
type LawSetting struct {
	law.CauHoi
	Now law.Chot       // what holds; Ma "" while nobody has chosen, and of a rate of each year
	Own []law.CachHieu // what the employer has chosen; of a rate, one for each year
}

// LawSettings lists the open points for an employer, the one at hand if mst is "".
func (o *Office) LawSettings(ctx context.Context, mst string) ([]LawSetting, error) {
	mst, err := o.companyOr(ctx, mst)
	if err != nil {
		return nil, err
	}
	kept, err := o.choices(ctx, mst)
	if err != nil {
		return nil, err
	}
	book, err := (*law.Sach)(nil).VoiCachHieu(kept)
	if err != nil {
		return nil, err
	}
	var out []LawSetting
	for _, h := range law.DiemMos() {
		s := LawSetting{CauHoi: h, Now: book.ThietLap(h.Ten)}
		for _, c := range kept {
			if c.Ten == h.Ten {
				s.Own = append(s.Own, c)
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// choices are an employer's choices. One that a newer program does not know any more
// is left out.
func (o *Office) choices(ctx context.Context, mst string) (kept []law.CachHieu, err error) {
	if err = o.store.Setting(ctx, openPoints+mst, &kept); errors.Is(err, storage.ErrNotFound) {
		return nil, nil
	}
	return slices.DeleteFunc(kept, func(c law.CachHieu) bool { return law.FaultOfCachHieu(c) != "" }), err
}

// PutLawSetting keeps how an employer (the one at hand if mst is "") reads an open
// point; Ma "" goes back to the program's default. say is what is wrong with it, ""
// when it is kept.
func (o *Office) PutLawSetting(ctx context.Context, mst string, c law.CachHieu) (say string, err error) {
	if mst, err = o.companyOr(ctx, mst); err != nil {
		return "", err
	}
	c.CanCu = typed(c.CanCu)
	if _, known := law.DiemMo(c.Ten); c.Ma != "" || !known {
		if say := law.FaultOfCachHieu(c); say != "" {
			return say, nil
		}
	}
	kept, err := o.choices(ctx, mst)
	if err != nil {
		return "", err
	}
	kept = slices.DeleteFunc(kept, func(k law.CachHieu) bool { return k.Ten == c.Ten && k.Nam == c.Nam })
	if c.Ma != "" {
		kept = append(kept, c)
	}
	if err := o.store.PutSetting(ctx, openPoints+mst, kept); err != nil {
		return "", fmt.Errorf("keep law setting: %w", err)
	}
	return "", nil
}

// SettingSay tells in words how an open point is read.
func SettingSay(s LawSetting) string {
	if s.Loai == law.Chon && s.Now.Ma == "" {
		return "chưa chọn: phải chọn mỗi lần tính"
	}
	if s.Loai == law.Chon {
		return s.Now.Say()
	}
	if len(s.Own) == 0 {
		return "số liệu của chương trình"
	}
	var out []string
	for _, c := range s.Own {
		say := fmt.Sprintf("năm %d: %s%s", c.Nam, c.Ma, s.DonVi)
		if c.CanCu != "" {
			say += " theo " + c.CanCu
		}
		out = append(out, say)
	}
	return strings.Join(out, "; ")
}
