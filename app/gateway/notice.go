package gateway

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"time"
)

// LoaiThongBao is the kind of a notice.
type LoaiThongBao string

// The kinds of notice: the monthly statement C12-TS, the list D09-TS of who has a
// book and card, a result of a dossier, and anything else.
const (
	ThongBaoC12 LoaiThongBao = "C12"
	ThongBaoD09 LoaiThongBao = "D09"
	ThongBaoKQ  LoaiThongBao = "KQ"
	ThongBaoTB  LoaiThongBao = "TB"
)

// Notice is one message of the agency to a unit. A notice never changes.
type Notice struct {
	Ma         string // UUID
	Loai       LoaiThongBao
	TieuDe     string
	Luc        time.Time
	MaDonVi    string
	Thang      string // 2026-11 of C12-TS and D09-TS, or empty
	MaGiaoDich string // the dossier it is about, or empty
	LuuY       string // what the gateway says of all its answers, such as that it is for practice
}

// NoticeFilter narrows what Notices asks for; its zero value takes all.
type NoticeFilter struct {
	Loai  LoaiThongBao
	Thang string // 2026-11
	Sau   string // Ma of the last notice already had
}

var monthShape = regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])$`)

type wireNotice struct {
	Ma         string  `json:"ma"`
	Loai       string  `json:"loai"`
	TieuDe     string  `json:"tieuDe"`
	Luc        string  `json:"luc"`
	MaDonVi    string  `json:"maDonVi"`
	Thang      *string `json:"thang"`
	MaGiaoDich *string `json:"maGiaoDich"`
}

// Notices lists one page of a unit's notices, old before new. more is the filter's
// Sau for the next page, empty when there is none.
func (c *Client) Notices(ctx context.Context, maDonVi string, f NoticeFilter) (list []Notice, more string, err error) {
	if !unitShape.MatchString(maDonVi) || f.Thang != "" && !monthShape.MatchString(f.Thang) {
		return nil, "", fmt.Errorf("%w: unit or month", ErrPackage)
	}
	q := url.Values{"maDonVi": {maDonVi}}
	for name, v := range map[string]string{"loai": string(f.Loai), "thang": f.Thang, "sau": f.Sau} {
		if v != "" {
			q.Set(name, v)
		}
	}
	var w struct {
		LuuY     string       `json:"luuY"`
		ThongBao []wireNotice `json:"thongBao"`
		Tiep     string       `json:"tiep"`
	}
	a, err := c.get(ctx, call{method: http.MethodGet, path: "/v1/thong-bao?" + q.Encode(), limit: maxAnswer}, maDonVi, &w)
	if err != nil {
		return nil, "", fmt.Errorf("list notices: %w", err)
	}
	const most = 100
	if len(w.ThongBao) > most || w.Tiep != "" && (w.Tiep == f.Sau || len(w.ThongBao) == 0) {
		return nil, "", a.unclear("malformed", errors.New("a page that does not get on"))
	}
	for i, x := range w.ThongBao {
		n, err := a.notice(x)
		if err != nil {
			return nil, "", fmt.Errorf("notice %d: %w", i+1, err)
		}
		if n.MaDonVi != maDonVi {
			return nil, "", a.unclear("foreign", errors.New("notice for another unit"))
		}
		n.LuuY = w.LuuY
		list = append(list, n)
	}
	return list, w.Tiep, nil
}

// Notice fetches one notice with its documents, as the agency signed them. Who
// keeps them verifies the signatures.
func (c *Client) Notice(ctx context.Context, ma string) (Notice, []File, error) {
	if !keyShape.MatchString(ma) {
		return Notice{}, nil, fmt.Errorf("%w: not a notice", ErrPackage)
	}
	var w struct {
		LuuY     string     `json:"luuY"`
		ThongBao wireNotice `json:"thongBao"`
		Tep      []wireFile `json:"tep"`
	}
	a, err := c.get(ctx, call{method: http.MethodGet, path: "/v1/thong-bao/" + ma, limit: maxResults}, ma, &w)
	if err != nil {
		return Notice{}, nil, fmt.Errorf("fetch notice %s: %w", ma, err)
	}
	n, err := a.notice(w.ThongBao)
	if err == nil && n.Ma != ma {
		err = a.unclear("foreign", errors.New("another notice"))
	}
	if err != nil {
		return Notice{}, nil, fmt.Errorf("fetch notice %s: %w", ma, err)
	}
	files, err := a.files(w.Tep)
	if err != nil {
		return Notice{}, nil, fmt.Errorf("fetch notice %s: %w", ma, err)
	}
	n.LuuY = w.LuuY
	return n, files, nil
}

func (a answer) notice(w wireNotice) (Notice, error) {
	n := Notice{Ma: w.Ma, Loai: LoaiThongBao(w.Loai), TieuDe: w.TieuDe, MaDonVi: w.MaDonVi, Thang: deref(w.Thang), MaGiaoDich: deref(w.MaGiaoDich)}
	var err error
	n.Luc, err = time.Parse(time.RFC3339, w.Luc)
	switch n.Loai {
	case ThongBaoC12, ThongBaoD09, ThongBaoKQ, ThongBaoTB:
	default:
		err = errors.New("loai")
	}
	if err != nil || !keyShape.MatchString(n.Ma) || !unitShape.MatchString(n.MaDonVi) ||
		n.Thang != "" && !monthShape.MatchString(n.Thang) || n.MaGiaoDich != "" && !keyShape.MatchString(n.MaGiaoDich) {
		return Notice{}, a.unclear("malformed", errors.New("ma, loai, luc, maDonVi, thang or maGiaoDich"))
	}
	return n, nil
}
