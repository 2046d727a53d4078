package gateway_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"ankhai/app/gateway"
)

const (
	noticeJSON = `{"ma":"` + deal + `","loai":"C12","tieuDe":"C12-TS tháng 11/2026","luc":"2026-12-05T08:00:00+07:00","maDonVi":"YN0001A","thang":"2026-11","maGiaoDich":null}`
	personJSON = `{"maSoBHXH":"9900000001","soCCCD":null,"hoTen":"NGUYỄN VĂN A","ngaySinh":"1990","gioiTinh":"1","tinhTrang":"dang-dong","maDonVi":null,"tuThang":"2020-01"}`
	unitJSON   = `{"maSoThue":"0100109106","maDonVi":"YN0001A","tenDonVi":"A","coQuan":"00100","trangThai":"dangDung","tuNgay":"2026-01-05","denNgay":null}`
)

// What is asked of a gateway besides dossiers is read as strictly: an answer that
// is about something else, or not of the shape, is not believed.
func TestOtherAnswersAreReadStrictly(t *testing.T) {
	table := "ma\tten\n01\tHà Nội\n"
	list := fmt.Sprintf(`{"ten":"tinh","tieuDe":"Tỉnh","phienBan":"2026-11-22","soDong":1,"sha256":%q}`, gateway.HashOf([]byte(table)))
	file := fmt.Sprintf(`{"ma":"C12","ten":"C12-TS","tenFile":"../C12.pdf","loaiFile":"pdf","sha256":%q,"noiDung":"YQ=="}`, gateway.HashOf([]byte("a")))
	asks := map[string]func(context.Context, *gateway.Client) error{
		"unit": func(ctx context.Context, c *gateway.Client) error {
			u, err := c.Unit(ctx, "0100109106")
			if err == nil && (u.TinhTrang != gateway.DangDung || u.MaDonVi != "YN0001A" || u.TuNgay != "2026-01-05") {
				t.Errorf("unit: %+v", u)
			}
			return err
		},
		"notices": func(ctx context.Context, c *gateway.Client) error {
			l, more, err := c.Notices(ctx, "YN0001A", gateway.NoticeFilter{Thang: "2026-11"})
			if err == nil && (len(l) != 1 || more != deal || l[0].Thang != "2026-11") {
				t.Errorf("notices: %+v, more %q", l, more)
			}
			return err
		},
		"notice": func(ctx context.Context, c *gateway.Client) error {
			n, files, err := c.Notice(ctx, deal)
			if err == nil && (n.Loai != gateway.ThongBaoC12 || n.LuuY != "thực hành" || len(files) != 1 || files[0].TenFile != "C12.pdf" || string(files[0].Bytes) != "a") {
				t.Errorf("notice: %+v, %+v", n, files)
			}
			return err
		},
		"person": func(ctx context.Context, c *gateway.Client) error {
			p, err := c.Person(ctx, gateway.PersonAsk{HoTen: "Nguyễn Văn A", MaSoBHXH: "9900000001"})
			if err == nil && (p.TinhTrang != gateway.DangDong || p.MaDonVi != "" || p.TuThang != "2020-01") {
				t.Errorf("person: %+v", p)
			}
			return err
		},
		"lists": func(ctx context.Context, c *gateway.Client) error {
			l, err := c.CodeLists(ctx)
			if err == nil && (len(l) != 1 || l[0].PhienBan != "2026-11-22") {
				t.Errorf("lists: %+v", l)
			}
			return err
		},
		"list": func(ctx context.Context, c *gateway.Client) error {
			_, text, err := c.CodeList(ctx, "tinh")
			if err == nil && text != table {
				t.Errorf("list: %q", text)
			}
			return err
		},
		"health": func(ctx context.Context, c *gateway.Client) error {
			h, err := c.Health(ctx)
			if err == nil && (h.TinhTrang == "" || h.Luc.IsZero()) {
				t.Errorf("health: %+v", h)
			}
			return err
		},
		"confirm": func(ctx context.Context, c *gateway.Client) error {
			_, err := c.Confirm(ctx, deal, "123456")
			return err
		},
	}
	progress := `{"maGiaoDich":"` + deal + `","soHoSo":null,"trangThai":200,"ngayHenTra":null,"buoc":[{"buoc":1},{"buoc":2},{"buoc":3},{"buoc":4}],"lyDo":[]}`
	good := map[string]string{
		"unit": unitJSON, "notices": `{"thongBao":[` + noticeJSON + `],"tiep":"` + deal + `"}`, "notice": `{"luuY":"thực hành","thongBao":` + noticeJSON + `,"tep":[` + file + `]}`,
		"person": personJSON, "lists": `{"danhMuc":[` + list + `]}`, "list": `{"danhMuc":` + list + `,"noiDung":` + fmt.Sprintf("%q", table) + `}`,
		"health": `{"tinhTrang":"ok","thoiGian":"2026-11-26T08:00:00+07:00"}`, "confirm": progress,
	}
	type turn struct {
		ask, from, to string
		status        int
		want          error
	}
	turns := []turn{
		{"unit", "0100109106", "0100109107", 200, gateway.ErrUnclear},
		{"unit", "dangDung", "khac", 200, gateway.ErrUnclear},
		{"unit", "2026-01-05", "5/1", 200, gateway.ErrUnclear},
		{"notices", "YN0001A", "YN0002A", 200, gateway.ErrUnclear},
		{"notices", noticeJSON, "", 200, gateway.ErrUnclear}, // a next page after nothing
		{"notices", `"C12"`, `"C13"`, 200, gateway.ErrUnclear},
		{"notice", deal, "0b6d2f6e-0000-4000-8000-000000000002", 200, gateway.ErrUnclear},
		{"notice", "YQ==", "Yg==", 200, gateway.ErrUnclear},
		{"person", "9900000001", "9900000002", 200, gateway.ErrUnclear},
		{"person", "dang-dong", "giau", 200, gateway.ErrUnclear},
		{"lists", "2026-11-22", "mới", 200, gateway.ErrUnclear},
		{"list", "Hà Nội", "Huế", 200, gateway.ErrUnclear},
		{"list", `"soDong":1`, `"soDong":2`, 200, gateway.ErrUnclear},
		{"list", `"tinh"`, `"huyen"`, 200, gateway.ErrUnclear},
		{"health", "2026-11-26T08:00:00+07:00", "now", 200, gateway.ErrUnclear},
		{"confirm", deal, "0b6d2f6e-0000-4000-8000-000000000002", 200, gateway.ErrUnclear},
	}
	for ask := range asks {
		turns = append(turns, turn{ask, "", "", 200, nil}, turn{ask, "", "", 503, gateway.ErrUnclear}, turn{ask, "{", "", 200, gateway.ErrUnclear})
		if ask != "confirm" {
			turns = append(turns, turn{ask, "", "", 404, gateway.ErrNotThere}, turn{ask, "", "", 403, gateway.ErrCredentials})
		}
	}
	for _, x := range turns {
		_, c := serve(t, func(w http.ResponseWriter, r *http.Request) {
			if strings.Contains(r.URL.String(), "9900000001") {
				t.Errorf("a person's number in the address %s", r.URL)
			}
			if x.status != http.StatusOK {
				sayProblem(w, x.status, "E-TIM-02", "")
				return
			}
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprint(w, strings.Replace(good[x.ask], x.from, x.to, 1))
		})
		if err := asks[x.ask](t.Context(), c); !errors.Is(err, x.want) {
			t.Errorf("%s with %q for %q, HTTP %d: got %v, want %v", x.ask, x.to, x.from, x.status, err, x.want)
		}
	}
}

// A gateway of before knows no such call, which is something else than knowing nobody.
func TestAGatewayWithoutTheService(t *testing.T) {
	_, c := serve(t, func(w http.ResponseWriter, _ *http.Request) { sayProblem(w, 404, "E-GOI-03", "") })
	_, err := c.Person(t.Context(), gateway.PersonAsk{HoTen: "Trần Thị Thử", SoCCCD: "000000000001"})
	if !errors.Is(err, gateway.ErrNoService) || !errors.Is(err, gateway.ErrNotThere) {
		t.Errorf("got %v", err)
	}
	if say := gateway.Say(err); !strings.Contains(say, "chưa có phần đã hỏi") {
		t.Errorf("says %q", say)
	}
}

// Each employer's dossiers go under its own account over the same connections.
func TestAClientHasManyAccounts(t *testing.T) {
	var seen []string
	_, c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		user, _, _ := r.BasicAuth()
		seen = append(seen, user)
		w.WriteHeader(http.StatusTeapot)
	})
	for _, name := range []string{"a", "b"} {
		c.As(func(context.Context) (gateway.Account, error) {
			return gateway.Account{User: name, Secret: []byte("x")}, nil
		}).Lookup(t.Context(), gateway.NewKey())
	}
	c.Lookup(t.Context(), gateway.NewKey())
	if got := strings.Join(seen, ","); got != "a,b," {
		t.Errorf("got %q", got)
	}
}
