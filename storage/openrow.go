package storage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"ankhai/storage/openpack"
	"ankhai/storage/sealed"
)

// row reads one row and puts it in, or tells what is wrong with it.
func (t *taking) row(ctx context.Context, b openTable, put *sql.Stmt, row *openpack.Row, file string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	before := len(t.faults)
	blame := func(say string) { t.fault(file, row.N, say) }
	whole := true // nothing is missing, and what it hangs on was read
	values := make([]any, len(b.columns))
	for i, c := range b.columns {
		raw := row.Get(c.name)
		switch {
		case raw == nil && c.since > t.r.Contents.Version:
			values[i] = c.blank
		case raw == nil:
			blame("thiếu mục «" + c.name + "» (" + c.head + ")")
		case string(raw) == "null" && c.may:
		case c.kind.link == b.table && b.table != "": // its own name
			values[i] = string(raw)
		default:
			v, err := c.kind.take(&t.names, raw)
			switch {
			case err != nil && c.kind.link != "" && t.unread[c.kind.link]:
				whole = false
			case err != nil:
				blame(c.head + ": " + err.Error())
			}
			if values[i] = v; c.kind.link != "" && v == int64(0) {
				whole = false // it hangs on a row that was blamed
			}
		}
	}
	for i, name := range row.Names {
		known := slices.ContainsFunc(b.columns, func(c openColumn) bool { return c.name == name })
		switch {
		case !known:
			blame(fmt.Sprintf("có mục lạ %.40q mà chương trình này không biết. Cập nhật AnKhai, hoặc bỏ mục ấy", name))
		case slices.Index(row.Names, name) != i:
			blame("mục «" + name + "» có hai lần")
		}
	}
	if b.table == openSettings.table {
		if len(t.faults) == before {
			return t.setting(ctx, values, blame)
		}
		return nil
	}
	if b.table == "envelopes" {
		if n, s := number(values[0]), t.seals[number(values[0])]; s.row > 0 {
			s.envelope = true
			t.seals[n] = s
		}
	}
	chained, files := slices.Clone(values), len(t.faults) == before
	if err := t.files(ctx, b, values, blame); err != nil {
		return err
	}
	if len(t.faults) == before && whole {
		t.check(b, values, chained, row, file, blame)
	}
	if b.table == "events" && (!files || !whole) {
		t.chain.names = nil
	}
	n := int64(0)
	if len(t.faults) == before && whole {
		var err error
		if n, err = t.put(ctx, b, put, values); err != nil {
			say := refused(err)
			if say == "" {
				return err
			}
			blame(say)
		}
	}
	t.call(b, values, n, row, blame)
	return nil
}

// put puts a row in and gives its number, 1 for one that has none.
func (t *taking) put(ctx context.Context, b openTable, put *sql.Stmt, values []any) (int64, error) {
	var args []any
	for i, c := range b.columns {
		if c.column == "" || c.column == t.numbers[b.table] {
			continue
		}
		if data, ok := values[i].([]byte); ok {
			values[i] = blob(data)
		}
		args = append(args, values[i])
	}
	if slices.Contains(t.shapes[b.table].columns, "mst") {
		args = append(args, t.mst)
	}
	done, err := put.ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	if t.numbers[b.table] == "" {
		return 1, nil
	}
	return done.LastInsertId()
}

// refused says why the schema does not take a row, "" for any other error.
func refused(err error) string {
	var e *sqlite.Error
	if !errors.As(err, &e) || !misfit(err) {
		return ""
	}
	switch e.Code() {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_ROWID:
		return "trùng với một dòng trước"
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
		return "nhắc tới một dòng không có"
	}
	return "có giá trị ngoài mức cho phép"
}

// call remembers what a row is called, by which others name it. A row that was blamed
// is called as well, with no number, so that they are not blamed for it.
func (t *taking) call(b openTable, values []any, n int64, row *openpack.Row, blame func(string)) {
	at := func(name string) any {
		return values[slices.IndexFunc(b.columns, func(c openColumn) bool { return c.column == name })]
	}
	name := ""
	switch b.table {
	case "people", "dossiers", "submissions":
		name = word(at("id"))
	case "docs":
		dossier, _ := openpack.ReadText(row.Get("hoSo"))
		name = dossier + "/" + word(at("form"))
	case "notices":
		name = word(at("ma"))
	case "attachments", "decisions", "local_rules":
		name = word(at(t.numbers[b.table]))
		if want := fmt.Sprint(len(t.names.numbers[b.table]) + 1); name != want {
			blame("Số: phải là " + want)
		}
	}
	if name == "" {
		return
	}
	if _, twice := t.names.numbers[b.table][name]; twice && n != 0 {
		blame("trùng với một dòng trước")
		return
	}
	t.names.numbers[b.table][name] = n
	if n == 0 {
		return
	}
	t.names.names[b.table][n] = name
	if b.table == "submissions" {
		t.seals[n] = seal{name: name, sum: word(at("sha256")), erased: at("erased_at") != nil, row: row.N}
	}
}

// longest is how long the files of a table may be; what is signed, else.
var longest = map[string]int64{"statements": MaxStatement, "submissions": MaxAnswer, "events": MaxAnswer, "sent_carried": MaxAnswer, "attachments": MaxAttachment, "received": MaxReceived, "notice_files": MaxReceived}

// files puts the bytes of the files that a row names in their place.
func (t *taking) files(ctx context.Context, b openTable, values []any, blame func(string)) error {
	for i, c := range b.columns {
		f, ok := values[i].(openpack.File)
		if !ok {
			continue
		}
		limit := longest[b.table]
		if limit == 0 {
			limit = MaxEnvelope
		}
		listed := t.r.File(f.Name)
		again := t.used[f.Name]
		t.used[f.Name] = true
		switch {
		case !strings.HasPrefix(f.Name, openpack.FileDir+"/"), listed.Name == "":
			blame(fmt.Sprintf("%s: không có tệp %.120q trong danh sách", c.head, f.Name))
		case listed != f:
			blame(c.head + ": cỡ hoặc SHA-256 của " + f.Name + " khác với danh sách tệp")
		case again:
			blame(c.head + ": tệp " + f.Name + " đã là của dòng khác")
		case f.Size > limit:
			blame(fmt.Sprintf("%s: %s dài %d byte, nhiều hơn mức nhận được (%d byte)", c.head, f.Name, f.Size, limit))
		case !t.r.Has(f.Name): // it was told
			values[i] = []byte{}
		default:
			v, err := t.bytes(f, c.kind == openPaperFile)
			if errors.Is(err, openpack.ErrChanged) {
				blame(c.head + ": " + f.Name + " bị sửa trong khi đọc")
			} else if err != nil {
				return err
			}
			values[i] = v
		}
	}
	return ctx.Err()
}

// bytes are those of a file; of a paper they are sealed, and it is the name that comes
// back.
func (t *taking) bytes(f openpack.File, paper bool) (any, error) {
	in, err := t.r.Open(f.Name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	if paper {
		tep := sealed.NewID()
		return tep, t.stage.papers.Put(tep, in)
	}
	data, err := io.ReadAll(in)
	return data, err
}

// check holds a row against others and against its bytes.
func (t *taking) check(b openTable, values, chained []any, row *openpack.Row, file string, blame func(string)) {
	at := func(name string) any {
		return values[slices.IndexFunc(b.columns, func(c openColumn) bool { return c.column == name })]
	}
	fileOf := func(name string) openpack.File {
		f, _ := chained[slices.IndexFunc(b.columns, func(c openColumn) bool { return c.column == name })].(openpack.File)
		return f
	}
	switch b.table {
	case "employers":
		t.employer(file, row.N, word(at("data")))
	case "dossiers":
		if from, ok := at("parent").(string); ok {
			t.parents = append(t.parents, parentOf{row.N, from})
		}
	case "payrolls":
		t.months[number(at("month"))] = true
	case "payroll_rows":
		if !t.months[number(at("month"))] && !t.unread["payrolls"] {
			blame("Tháng: không có bảng lương của tháng này")
		}
	case "statements":
		if fileOf("tep").SHA256 != at("sha256") {
			blame("SHA-256 của tệp khác với tệp gốc")
		}
	case "notice_files":
		if fileOf("bytes").SHA256 != at("sha256") {
			blame("SHA-256 khác với tệp")
		}
	case "attachments":
		if f := fileOf("tep"); f.SHA256 != at("sha256") || f.Size != at("size") {
			blame("Cỡ hoặc SHA-256 khác với tệp")
		}
	case "people_apart":
		if number(at("a")) >= number(at("b")) {
			blame("Người lao động kia: phải đứng sau người trước trong nguoi-lao-dong")
		}
	case "received":
		if fileOf("bytes").SHA256 != at("sha256") {
			blame("SHA-256 khác với tệp")
		}
		if !t.signed[number(at("dossier"))] && !t.unread["submissions"] {
			blame("Hồ sơ: chưa ký, hoặc đã xoá nội dung, nên không thể có tệp trả về")
		}
	case "submissions":
		t.signed[number(at("dossier"))] = at("erased_at") == nil
		if s := State(word(at("state"))); s.Draft() {
			blame("Trạng thái: gói đã ký không thể là nháp")
		}
	case "envelopes":
		s := t.seals[number(at("submission"))]
		t.checkBytes(s, s.sum, fileOf("bytes"), blame)
	case "submission_files":
		t.checkBytes(t.seals[number(at("submission"))], word(at("sha256")), fileOf("bytes"), blame)
	case "events":
		t.checkChain(chained, row, blame)
	}
}

// emptySum is the SHA-256 of nothing.
var emptySum = fmt.Sprintf("%x", sha256.Sum256(nil))

// checkBytes holds signed bytes against their hash; those of what was erased are gone.
func (t *taking) checkBytes(s seal, sum string, f openpack.File, blame func(string)) {
	switch {
	case s.erased && f.SHA256 != emptySum:
		blame("nội dung của " + s.name + " đã xoá mà tệp còn byte")
	case !s.erased && f.SHA256 != sum:
		blame("byte đã ký của " + s.name + " không khớp SHA-256 ghi khi ký")
	}
}

// checkChain holds an event against the chain, once: what comes after a break is not
// blamed for it.
func (t *taking) checkChain(values []any, row *openpack.Row, blame func(string)) {
	if t.chain.names == nil {
		return
	}
	again, err := t.chain.of(values)
	want, _ := openpack.ReadText(row.Get("chuoi"))
	if err != nil || !bytes.HasSuffix(again, fmt.Appendf(nil, `,"chuoi":"%s"}`, want)) {
		t.chain.names = nil
		blame("Chuỗi kiểm tra: dòng này hoặc dòng trước đã bị sửa, thêm hoặc bỏ")
	}
}

// setting keeps a setting that the program knows, of somebody who is there.
func (t *taking) setting(ctx context.Context, values []any, blame func(string)) error {
	what, of, value := word(values[0]), word(values[1]), word(values[2])
	key, ok := t.opt.settingKey(what, of)
	_, dossier := t.names.numbers["dossiers"][of]
	_, sub := t.names.numbers["submissions"][of]
	switch {
	case !ok:
		blame(fmt.Sprintf("Thiết lập: không nhận mục %.40q", what))
		return nil
	case of != "" && of != t.mst && !dossier && !sub:
		if !t.unread["dossiers"] && !t.unread["submissions"] {
			blame(fmt.Sprintf("Của: không có %.20q trong bản xuất", of))
		}
		return nil
	case of == "":
		t.common[key] = value
		return nil
	}
	_, err := t.tx.ExecContext(ctx, `INSERT INTO settings (key, value) VALUES (?, ?)`, key, value)
	if say := refused(err); say != "" {
		blame(say)
		return nil
	}
	return err
}
