package storage

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"ankhai/storage/openpack"
)

// explain writes what each file and column is: for people in Vietnamese and in English,
// and for programs.
func (o *opening) explain(ctx context.Context) error {
	for _, f := range []struct {
		name string
		fill func(io.Writer) error
	}{{openpack.ReadMe, o.readMe}, {openpack.English, o.english}, {openpack.Words, o.words}} {
		if _, err := o.w.Add(ctx, f.name, f.fill); err != nil {
			return err
		}
	}
	return nil
}

// shown are the tables that an export has files of, in their order.
func shown() []openTable { return append(slices.Clone(openTables), openSettings) }

func (o *opening) readMe(to io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "\ufeffDỮ LIỆU MỞ CỦA MỘT ĐƠN VỊ\n%s, mã số thuế %s\n\n", o.employer.Ten, o.mst)
	b.WriteString(`CẢNH BÁO. Mọi thứ ở đây đọc được mà không cần mật khẩu: họ tên, số định danh, tiền lương, giấy tờ
của người lao động. Ai có thư mục này thì có tất cả. Cất ở nơi an toàn, gửi cho đúng người, xoá khi xong việc.
Trong này không có mật khẩu, mã PIN, khoá ký, tài khoản của cổng: những thứ đó ở lại máy.

Ở ĐÂY CÓ GÌ
  bang/                 bảng cho người đọc, mở bằng Excel (CSV, UTF-8, dấu phẩy). Mã được viết thành lời.
  du-lieu/              cùng dữ liệu ấy cho chương trình (JSON, UTF-8, mỗi dòng một bản ghi), đầy đủ từng mục.
  tep/                  tệp như khi nhận hoặc khi gửi: giấy tờ, tờ khai và gói đã ký, biên nhận, câu trả lời.
  mo-ta.json            mô tả này cho chương trình.
  danh-sach-tep.json    danh sách mọi tệp với cỡ và SHA-256.
  README.txt            the same in English.

KIỂM TRA. danh-sach-tep.json ghi SHA-256 của từng tệp; ví dụ: sha256sum du-lieu/nguoi-lao-dong.json
NHẬN LẠI vào AnKhai: bhxh employer take THƯ_MỤC_HOẶC_TỆP.zip --dry-run, xem kết quả, rồi bỏ --dry-run.
Chỉ du-lieu và tep được nhận lại; sửa ở bang không có tác dụng. Cái gì đã gửi thì không gửi lần nữa;
cái gì đang chờ gửi thì hỏi lại trước.

CÁCH VIẾT
  ngày 2026-11-22; tháng 2026-11; chỉ biết năm sinh thì 1995; "" là không có
  lúc: giờ quốc tế (UTC) ở JSON, giờ Việt Nam ở bảng; tiền: đồng, không có phần lẻ
  mã NLD000001 là một người, HS000001 một hồ sơ, GN000001 một gói đã ký: các tệp gọi nhau bằng mã này
  null ở JSON: như ghi ở từng mục
  ở bảng, ="0123" là cách để Excel không bỏ số 0 ở đầu; dấu – là cố ý để trống

CÁC BẢNG
`)
	for _, t := range shown() {
		fmt.Fprintf(&b, "\n%s  (%d dòng)\n  %s.\n", t.name, o.rows[t.name], t.say)
		for _, c := range t.columns {
			fmt.Fprintf(&b, "    %-16s %s (%s)", c.name, c.head, c.kind.word)
			if c.say != "" {
				b.WriteString(": " + c.say)
			}
			b.WriteByte('\n')
			for _, f := range c.kind.fields() {
				fmt.Fprintf(&b, "      .%-22s %s\n", f.key, f.head)
			}
		}
	}
	b.WriteString("\nNHỮNG GÌ KHÔNG CÓ Ở ĐÂY, VÀ VÌ SAO\n")
	for _, k := range sortedKeys(openLeft) {
		fmt.Fprintf(&b, "  %s: %s\n", k, openLeft[k])
	}
	_, err := io.WriteString(to, strings.ReplaceAll(b.String(), "\n", "\r\n"))
	return err
}

// fields are the named parts of a value that has some.
func (k *openKind) fields() (out []flatField) {
	for _, p := range k.parts {
		out = append(out, flatField{key: p.name, head: p.head})
	}
	if k.shape == nil {
		return out
	}
	return flatFields(k.shape, nil, "")
}

// moTa is mo-ta.json.
type moTa struct {
	Kind    string            `json:"loai"`
	Version int               `json:"phienBan"`
	MST     string            `json:"maSoThue"`
	Name    string            `json:"tenDonVi"`
	Tables  []moTaBang        `json:"bang"`
	Left    map[string]string `json:"khongCo"`
}

type moTaBang struct {
	Name    string    `json:"ten"`
	File    string    `json:"tep"`
	Say     string    `json:"noiDung"`
	English string    `json:"english"`
	Rows    int       `json:"soDong"`
	Columns []moTaCot `json:"cot"`
}

type moTaCot struct {
	Name    string            `json:"ten"`
	Head    string            `json:"tieuDe"`
	Kind    string            `json:"kieu"`
	Say     string            `json:"noiDung,omitempty"`
	English string            `json:"english"`
	Null    bool              `json:"coTheNull,omitempty"`
	Of      string            `json:"thuocBang,omitempty"` // whose rows it names
	Fields  map[string]string `json:"muc,omitempty"`
}

func (o *opening) words(to io.Writer) error {
	m := moTa{Kind: "mo-ta-du-lieu-mo", Version: OpenVersion, MST: o.mst, Name: o.employer.Ten, Left: openLeft}
	for _, t := range shown() {
		b := moTaBang{Name: t.name, File: openpack.DataDir + "/" + t.name + ".json", Say: t.say, English: openEnglish[t.name], Rows: o.rows[t.name]}
		for _, c := range t.columns {
			col := moTaCot{Name: c.name, Head: c.head, Kind: c.kind.word, Say: c.say, English: inEnglish(t, c), Null: c.may, Of: outer(c.kind.link)}
			for _, f := range c.kind.fields() {
				if col.Fields == nil {
					col.Fields = map[string]string{}
				}
				col.Fields[f.key] = f.head
			}
			b.Columns = append(b.Columns, col)
		}
		m.Tables = append(m.Tables, b)
	}
	e := json.NewEncoder(to)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(m)
}

// outer is what a table is called outside.
func outer(table string) string {
	for _, t := range openTables {
		if t.table == table {
			return t.name
		}
	}
	return ""
}
