package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ankhai/forms/facts"
	"ankhai/storage/openpack"
)

// taking reads an open export into a data file of its own, and gathers what is wrong.
type taking struct {
	r     *openpack.Reader
	stage *Store
	tx    *sql.Tx // of stage
	opt   OpenTake
	mst   string

	name    string            // of the employer
	here    bool              // it is in the data already
	waiting []string          // dossiers that wait to be sent, by their names there
	common  map[string]string // settings of everybody

	names   openNames
	shapes  map[string]table
	numbers map[string]string // by table: the column that numbers its rows
	unread  map[string]bool   // tables that cannot be read: what hangs on them is not blamed
	used    map[string]bool   // files that rows name
	seals   map[int64]seal    // by submission
	parents []parentOf
	months  map[int64]bool // that have a payroll
	signed  map[int64]bool // dossiers whose signed bytes are there
	chain   openLine       // of the events; nil names: it is broken
	faults  OpenFaults
}

// seal is what a submission says of its bytes.
type seal struct {
	name, sum string
	erased    bool // the bytes are gone
	row       int
	envelope  bool // it was found
}

// parentOf is a dossier that was made from another.
type parentOf struct {
	row  int
	from string
}

// mostFaults is how many are gathered; who made so many finds them again.
const mostFaults = 1000

func (t *taking) fault(file string, row int, say string) {
	if len(t.faults) < mostFaults {
		t.faults = append(t.faults, OpenFault{File: file, Row: row, Say: say})
	}
}

// anMST is the shape of a tax code, not its proof: a practice employer may have any.
var anMST = regexp.MustCompile(`^[0-9A-Za-z-]{1,20}$`)

// read reads the export into stage, unless something is wrong with it.
func (t *taking) read(ctx context.Context) error {
	if v := t.r.Contents.Version; v > OpenVersion {
		t.fault("danh-sach-tep.json", 0, fmt.Sprintf("là phiên bản %d, chương trình này đọc đến phiên bản %d. Cập nhật AnKhai rồi nhận lại", v, OpenVersion))
		return nil
	}
	if err := t.r.Check(ctx); err != nil {
		return err
	}
	if err := t.stage.write(ctx, "read open export", func(tx *sql.Tx) error {
		t.begin(tx)
		err := unguarded(ctx, tx, func() error { return t.tables(ctx) })
		if _, wrong := t.all().Split(); err == nil && len(wrong) > 0 {
			err = wrong // nobody needs the file
		}
		return err
	}); errors.As(err, new(OpenFaults)) {
		return nil
	} else if err != nil {
		return err
	}
	return t.reread(ctx)
}

// begin forgets what was read, for another time.
func (t *taking) begin(tx *sql.Tx) {
	t.tx, t.waiting, t.parents, t.faults = tx, nil, nil, nil
	if !anMST.MatchString(t.mst) {
		t.fault("danh-sach-tep.json", 0, "maSoThue: phải là mã số thuế của đơn vị")
	}
	t.unread, t.used, t.seals, t.months = map[string]bool{}, map[string]bool{}, map[int64]seal{}, map[int64]bool{}
	t.signed = map[int64]bool{}
	t.common = map[string]string{}
	t.names = openNames{names: map[string]map[int64]string{}, numbers: map[string]map[string]int64{}}
	for _, table := range []string{"people", "dossiers", "submissions", "docs", "attachments", "decisions", "local_rules", "notices"} {
		t.names.names[table], t.names.numbers[table] = map[int64]string{}, map[string]int64{}
	}
	for _, b := range openTables {
		if b.table == "events" {
			t.chain = openLine{t: b, names: &t.names}
		}
	}
}

// tables reads all tables, and holds them against each other and against the files.
func (t *taking) tables(ctx context.Context) (err error) {
	if _, err := t.tx.ExecContext(ctx, `PRAGMA defer_foreign_keys = 1`); err != nil {
		return err
	}
	shapes, err := shapesOf(ctx, t.tx)
	if err != nil {
		return err
	}
	t.shapes = map[string]table{}
	for _, s := range shapes {
		t.shapes[s.name] = s
	}
	if t.numbers, err = numbersOf(ctx, t.tx); err != nil {
		return err
	}
	known := map[string]bool{}
	for _, b := range shown() {
		known[openpack.DataDir+"/"+b.name+".json"] = true
		if err := t.table(ctx, b); err != nil {
			return fmt.Errorf("table %s: %w", b.table, err)
		}
		if b.table == "dossiers" {
			t.checkParents()
		}
	}
	for _, f := range t.r.Contents.Files {
		switch {
		case !t.r.Has(f.Name):
		case strings.HasPrefix(f.Name, openpack.DataDir+"/") && !known[f.Name]:
			t.fault(f.Name, 0, "không phải bảng mà chương trình này biết. Cập nhật AnKhai rồi nhận lại")
		case strings.HasPrefix(f.Name, openpack.FileDir+"/") && !t.used[f.Name] && len(t.unread) == 0:
			t.fault(f.Name, 0, "không dòng nào nhắc tới tệp này")
		}
	}
	return t.checkSent(ctx)
}

// table reads a table.
func (t *taking) table(ctx context.Context, b openTable) error {
	file := openpack.DataDir + "/" + b.name + ".json"
	if !t.r.Has(file) {
		if b.since > t.r.Contents.Version {
			return nil
		}
		t.unread[b.table] = true
		if t.r.File(file).Name == "" { // else it was told
			t.fault(file, 0, "không có trong bản xuất. Lấy lại từ bản gốc")
		}
		return nil
	}
	in, err := t.r.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	put, err := t.prepare(ctx, b)
	if err != nil {
		return err
	}
	if put != nil {
		defer put.Close()
	}
	n := 0
	err = openpack.ReadRows(in, func(row *openpack.Row) error {
		n = row.N
		return t.row(ctx, b, put, row, file)
	})
	switch {
	case errors.Is(err, openpack.ErrRows):
		t.unread[b.table] = true
		t.fault(file, n+1, "không đọc được: không phải các dòng JSON như đã mô tả")
	case errors.Is(err, openpack.ErrChanged):
		t.fault(file, 0, "bị sửa trong khi đọc. Đóng chương trình đang mở tệp này, rồi nhận lại")
	case err != nil:
		return err
	case n != t.r.Contents.Rows[b.name]:
		t.fault(file, 0, fmt.Sprintf("có %d dòng, danh sách tệp ghi %d", n, t.r.Contents.Rows[b.name]))
	case b.table == "employers" && n != 1:
		t.fault(file, 0, "phải có đúng một đơn vị")
	}
	return nil
}

// prepare makes the statement that puts a row of the table in; nil for settings.
func (t *taking) prepare(ctx context.Context, b openTable) (*sql.Stmt, error) {
	if b.table == openSettings.table {
		return nil, nil
	}
	var columns []string
	for _, c := range b.columns {
		if c.column != "" && c.column != t.numbers[b.table] {
			columns = append(columns, c.column)
		}
	}
	if slices.Contains(t.shapes[b.table].columns, "mst") {
		columns = append(columns, "mst")
	}
	return t.tx.PrepareContext(ctx, table{name: b.table, columns: columns}.insert())
}

// checkParents tells dossiers that were made from one that is not there.
func (t *taking) checkParents() {
	for _, p := range t.parents {
		if _, ok := t.names.numbers["dossiers"][p.from]; !ok {
			t.fault(openpack.DataDir+"/ho-so.json", p.row, "Lập từ hồ sơ: không có hồ sơ "+p.from)
		}
	}
}

// checkSent holds signed submissions against their bytes and dossiers.
func (t *taking) checkSent(ctx context.Context) error {
	file := openpack.DataDir + "/goi-nop.json"
	for _, s := range t.seals {
		if !s.envelope && !t.unread["envelopes"] {
			t.fault(file, s.row, "gói đã ký của "+s.name+" không có trong goi-da-ky.json")
		}
	}
	if t.unread["submission_files"] || t.unread["submissions"] || t.unread["dossiers"] || len(t.faults) > 0 {
		return nil // what follows from faults that were told is not told again
	}
	if err := rows(ctx, t.tx, func(scan func(...any) error) error {
		var name string
		err := scan(&name)
		t.fault(openpack.DataDir+"/"+outer(name)+".json", 0, "có dòng nhắc tới một dòng không có")
		return err
	}, `SELECT DISTINCT "table" FROM pragma_foreign_key_check`); err != nil {
		return err
	}
	return rows(ctx, t.tx, func(scan func(...any) error) error {
		var id, dossier, state, stands string
		var files, found int
		if err := scan(&id, &dossier, &state, &stands, &files, &found); err != nil {
			return err
		}
		if files != found {
			t.fault(file, 0, fmt.Sprintf("gói nộp %s ghi %d tệp đã ký, tep-da-ky.json có %d", id, files, found))
		}
		if state != stands {
			t.fault(file, 0, fmt.Sprintf("gói nộp %s là «%s» nhưng hồ sơ %s là «%s»", id, State(state).Say(), dossier, State(stands).Say()))
		}
		if s := State(state); s == ChoGui || s == DangGui {
			t.waiting = append(t.waiting, dossier)
		}
		return nil
	}, `SELECT s.id, d.id, s.state, d.state, s.files, (SELECT count(*) FROM submission_files f WHERE f.submission = s.seq AND f.n >= 0 AND f.n < s.files)
		FROM submissions s JOIN dossiers d ON d.seq = s.dossier ORDER BY s.seq`)
}

// reread reads what was put in as the program reads it every day: what passes here can
// be opened.
func (t *taking) reread(ctx context.Context) error {
	var ids []string
	if err := t.stage.read(ctx, "list dossiers", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var id string
			err := scan(&id)
			ids = append(ids, id)
			return err
		}, `SELECT id FROM dossiers ORDER BY seq`)
	}); err != nil {
		return err
	}
	for _, id := range ids {
		if err := t.blame(ctx, openpack.DataDir+"/dong-to-khai.json", "tờ khai của hồ sơ "+id, func() error { _, err := t.stage.Docs(ctx, id); return err }); err != nil {
			return err
		}
	}
	return t.blame(ctx, openpack.DataDir+"/goi-da-ky.json", "gói đã ký", func() error { return t.stage.verifySigned(ctx) })
}

// blame makes a fault of data that the program cannot read.
func (t *taking) blame(ctx context.Context, file, what string, read func() error) error {
	err := read()
	switch {
	case err == nil, ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, ErrDisk), errors.Is(err, ErrDiskFull), errors.Is(err, ErrBusy):
		return err
	}
	t.fault(file, 0, what+": có dòng mà chương trình không đọc được")
	return nil
}

// employer learns who the export is of.
func (t *taking) employer(file string, n int, data string) {
	var d facts.DonVi
	if json.Unmarshal([]byte(data), &d) != nil || d.MaSoThue != t.mst {
		t.fault(file, n, "mã số thuế khác với danh sách tệp ("+t.mst+")")
	}
	t.name = d.Ten
}
