package gateway

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
)

// CodeList is a list of codes as the gateway has it.
type CodeList struct {
	Ten      string // provinces, hospitals …
	TieuDe   string
	PhienBan string // the day of its data, 2026-11-22
	SoDong   int    // rows without the heading
	SHA256   string
}

var listShape = regexp.MustCompile(`^[a-z0-9-]{1,40}$`)

type wireList struct {
	Ten      string `json:"ten"`
	TieuDe   string `json:"tieuDe"`
	PhienBan string `json:"phienBan"`
	SoDong   int    `json:"soDong"`
	SHA256   string `json:"sha256"`
}

// CodeLists lists the code lists with their versions.
func (c *Client) CodeLists(ctx context.Context) ([]CodeList, error) {
	var w struct {
		DanhMuc []wireList `json:"danhMuc"`
	}
	a, err := c.get(ctx, call{method: http.MethodGet, path: "/v1/danh-muc", limit: maxAnswer}, "", &w)
	if err != nil {
		return nil, fmt.Errorf("list code lists: %w", err)
	}
	var out []CodeList
	for i, x := range w.DanhMuc {
		l, err := a.list(x)
		if err != nil {
			return nil, fmt.Errorf("code list %d: %w", i+1, err)
		}
		out = append(out, l)
	}
	return out, nil
}

// CodeList fetches one list: a table of UTF-8 text, tabs between columns, the first
// line their names. The content is that of the hash and has the rows it says.
func (c *Client) CodeList(ctx context.Context, ten string) (CodeList, string, error) {
	if !listShape.MatchString(ten) {
		return CodeList{}, "", fmt.Errorf("%w: not the name of a code list", ErrPackage)
	}
	var w struct {
		DanhMuc wireList `json:"danhMuc"`
		NoiDung string   `json:"noiDung"`
	}
	a, err := c.get(ctx, call{method: http.MethodGet, path: "/v1/danh-muc/" + ten, limit: maxResults}, ten, &w)
	if err != nil {
		return CodeList{}, "", fmt.Errorf("fetch code list %s: %w", ten, err)
	}
	l, err := a.list(w.DanhMuc)
	switch {
	case err != nil:
	case l.Ten != ten:
		err = a.unclear("foreign", errors.New("another code list"))
	case HashOf([]byte(w.NoiDung)) != l.SHA256 || strings.Count(strings.TrimRight(w.NoiDung, "\n"), "\n") != l.SoDong:
		err = a.unclear("malformed", errors.New("content is not what its hash and count say"))
	}
	if err != nil {
		return CodeList{}, "", fmt.Errorf("fetch code list %s: %w", ten, err)
	}
	return l, w.NoiDung, nil
}

func (a answer) list(w wireList) (CodeList, error) {
	if !listShape.MatchString(w.Ten) || !dayShape.MatchString(w.PhienBan) || w.SoDong < 0 || !isHash(w.SHA256) {
		return CodeList{}, a.unclear("malformed", errors.New("ten, phienBan, soDong or sha256"))
	}
	return CodeList(w), nil
}
