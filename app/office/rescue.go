package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ankhai/storage"
	"ankhai/storage/keys"
)

// Rescue is what can be done about a data folder whose store is damaged.
type Rescue struct {
	conf   Config
	Dir    string
	What   []string        // what is damaged, one line each
	Newest *storage.Backup // the newest backup that was read through just now; nil if there is none
	Lacks  string          // what the newest backup does not have, in words
	Saves  bool            // something can be read of the damaged file
}

// Damaged reports whether an error says that the store of a data folder is damaged.
// A file that is not ours any more, in a folder that has our backups, was ours.
func Damaged(err error, dir string) bool {
	if errors.Is(err, storage.ErrDamaged) || errors.Is(err, storage.ErrJournal) {
		return true
	}
	if !errors.Is(err, storage.ErrForeign) {
		return false
	}
	h := storage.Shelf{Dir: filepath.Join(dir, storage.ShelfDir)}
	all, err := h.List()
	return err == nil && len(all) > 0
}

// LookForRescue says what is damaged in a data folder that nobody has open, and
// looks for the newest backup that can be read. It writes nothing.
func LookForRescue(ctx context.Context, c Config) (Rescue, error) {
	dir := c.Dir
	r := Rescue{Dir: dir, conf: c}
	k, err := keys.Open(ctx, dir, c.Keys, c.Now)
	if err != nil && !errors.Is(err, keys.ErrMissing) {
		return r, err
	}
	opt := storage.Options{Now: c.Now}
	if err == nil {
		defer k.Close()
		opt.Key = k.DEK().Bytes()
	}
	path := dataPath(dir)
	d, err := storage.Inspect(ctx, path, opt)
	if err != nil {
		return r, err
	}
	r.What, r.Saves = damageWords(d), !d.Unreadable
	h := &storage.Shelf{Dir: filepath.Join(dir, storage.ShelfDir), Data: dir, Opt: opt}
	all, err := h.List()
	if err != nil {
		return r, err
	}
	for _, b := range all {
		if _, err := storage.VerifyBackup(ctx, b.Path, opt); err != nil {
			r.What = append(r.What, "bản sao "+filepath.Base(b.Path)+" cũng không đọc được")
			if ctx.Err() != nil {
				return r, ctx.Err()
			}
			continue
		}
		r.Newest = &b
		since, err := storage.SinceBackup(ctx, path, b.Path, opt)
		if err != nil {
			return r, err
		}
		r.Lacks = sinceWords(since, b)
		break
	}
	return r, nil
}

// Say is the rescue in a few lines: what is damaged, and the two ways out.
func (r Rescue) Say() string {
	lines := append([]string{"Tệp dữ liệu bị hỏng:"}, indent(r.What)...)
	if r.Newest != nil {
		lines = append(lines, "Bản sao tốt gần nhất: "+clockWords(r.Newest.At)+". "+r.Lacks,
			"  lấy lại bản sao ấy: bhxh backup restore "+r.Newest.Path)
	} else {
		lines = append(lines, "Không có bản sao nào đọc được trong "+filepath.Join(r.Dir, storage.ShelfDir)+".")
	}
	if r.Saves {
		lines = append(lines, "  cứu những gì còn đọc được của tệp hỏng: bhxh backup salvage")
	}
	return strings.Join(lines, "\n")
}

func indent(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = "  - " + l
	}
	return out
}

// Salvage saves what can be read; see the function.
func (r Rescue) Salvage(ctx context.Context) (SalvageReport, error) { return Salvage(ctx, r.conf) }

// RestoreNewest puts the newest good backup in the place of the damaged data.
func (r Rescue) RestoreNewest(ctx context.Context) (storage.BackupInfo, error) {
	if r.Newest == nil {
		return storage.BackupInfo{}, fmt.Errorf("restore newest backup: %w", os.ErrNotExist)
	}
	return Restore(ctx, r.conf, r.Newest.Path)
}

// RestoreFile puts a backup that lies elsewhere in the place of the damaged data. src opens
// its key where it has one that this computer does not open. What is wrong with the file is
// ErrNotBackup or ErrBackupBroken.
func (r Rescue) RestoreFile(ctx context.Context, path string, src Sources) error {
	c := r.conf
	c.Keys.Passphrase, c.Keys.Recovery = src.Passphrase, src.Recovery
	if _, err := Restore(ctx, c, path); err != nil {
		return ofFile(err, false)
	}
	return nil
}

// SalvageReport is what was saved of a damaged data file.
type SalvageReport struct {
	storage.Salvaged
	Info  storage.BackupInfo
	Aside string // where the damaged file lies now
}

// Salvage saves what can be read of the store of a data folder into a new one,
// which takes its place; nobody may have the folder open. The damaged file stays
// beside it.
func Salvage(ctx context.Context, c Config) (r SalvageReport, err error) {
	unlock, err := storage.Lock(c.Dir)
	if err != nil {
		return r, err
	}
	defer unlock()
	k, err := keys.Open(ctx, c.Dir, c.Keys, c.Now)
	if err != nil {
		return r, err
	}
	defer k.Close()
	opt := storage.Options{Now: c.Now, Key: k.DEK().Bytes()}
	path := dataPath(c.Dir)
	saved := path + ".cuu"
	if err := os.Remove(saved); err != nil && !errors.Is(err, os.ErrNotExist) { // of one that was cut off
		return r, fmt.Errorf("salvage: %w", err)
	}
	if r.Salvaged, err = storage.Salvage(ctx, path, saved, opt); err != nil {
		return r, err
	}
	if r.Info, err = storage.VerifyBackup(ctx, saved, opt); err != nil {
		return r, err
	}
	r.Aside, err = storage.Replace(saved, path)
	return r, err
}

// Lines are the report for a person: what was lost, table by table.
func (r SalvageReport) Lines() []string {
	out := []string{fmt.Sprintf("Đã cứu: %d đơn vị, %d người, %d hồ sơ, %d lần gửi", r.Info.Employers, r.Info.People, r.Info.Dossiers, r.Info.Submissions)}
	for _, t := range r.Tables {
		for _, g := range t.Lost {
			out = append(out, fmt.Sprintf("Mất ở bảng %s: %s (còn %d dòng)", tableWords(t.Table), gapWords(g), t.Rows))
		}
	}
	for _, name := range sortedNames(r.Orphans) {
		out = append(out, fmt.Sprintf("Bỏ %d dòng ở bảng %s vì phần mà chúng thuộc về đã mất", r.Orphans[name], tableWords(name)))
	}
	if len(r.Unsigned) > 0 {
		out = append(out, "Mất tệp đã ký của lần gửi: "+strings.Join(r.Unsigned, ", ")+". Sổ đã gửi vẫn giữ nội dung kê khai, nên không nộp lại nhầm.")
	}
	if r.Carried > 0 {
		out = append(out, fmt.Sprintf("Sổ đã gửi giữ lại %d dòng không còn tệp đã ký", r.Carried))
	}
	if r.Chain {
		out = append(out, "Nhật ký bị đứt quãng; chuỗi kiểm tra được nối lại và việc này ghi trong nhật ký.")
	}
	if !r.Lost() {
		out = append(out, "Không mất dòng nào.")
	}
	return append(out, "Tệp hỏng được giữ tại "+r.Aside)
}

func sortedNames(m map[string]int64) []string {
	var out []string
	for n := range m {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// tables are the names of tables for a person; one that is missing here is called
// by its own name.
var tables = map[string]string{
	"people": "người lao động", "history": "quá trình của người lao động", "employers": "đơn vị", "payrolls": "bảng lương", "payroll_rows": "dòng bảng lương", "statements": "thông báo C12-TS", "received": "tệp nhận về", "local_rules": "quy tắc riêng",
	"notices": "thông báo", "notice_files": "tệp của thông báo", "notice_dossiers": "thông báo về hồ sơ", "notice_reads": "thông báo đã đọc", "notice_cursors": "hộp thư đã lấy tới đâu",
	"dossier_checks": "lần kiểm hồ sơ", "c12_checks": "lần đối chiếu C12-TS", "sign_offs": "ký duyệt nội bộ", "handovers": "hồ sơ giao ký",
	"mappings": "cách đọc bảng lương", "dossiers": "hồ sơ", "docs": "tờ khai", "doc_rows": "dòng tờ khai", "edits": "các bước hoàn tác",
	"attachments": "tệp đính kèm", "dismissals": "lời nhắc đã bỏ qua", "submissions": "lần gửi", "submission_files": "tệp đã ký", "events": "diễn biến gửi",
	"ledger": "sổ đã gửi", "ledger_carried": "sổ đã gửi mang sang", "sent_carried": "bằng chứng đã gửi", "envelopes": "gói đã ký", "retries": "lần gửi lại", "journal": "nhật ký", "benefits": "đợt hưởng chế độ", "careers": "thời gian đóng trước đó", "settings": "cài đặt", "counters": "số đếm",
}

func tableWords(name string) string {
	if say, ok := tables[name]; ok {
		return say
	}
	return name
}

func gapWords(g storage.Gap) string {
	switch {
	case g.After == "" && g.Before == "":
		return "toàn bộ"
	case g.After == "":
		return "từ đầu đến trước khoá " + g.Before
	case g.Before == "":
		return "từ sau khoá " + g.After + " đến hết"
	}
	return "giữa khoá " + g.After + " và khoá " + g.Before
}

func damageWords(d storage.Damage) []string {
	if d.Unreadable {
		return []string{"không đọc được phần đầu của tệp, nên không rõ bên trong còn gì"}
	}
	var out []string
	for _, t := range d.Tables {
		out = append(out, fmt.Sprintf("bảng %s có %d chỗ không đọc được (còn đọc được %d dòng)", tableWords(t.Table), len(t.Lost), t.Rows))
	}
	if d.Chain {
		out = append(out, "nhật ký hoặc diễn biến gửi không khớp chuỗi kiểm tra")
	}
	if d.Guards {
		out = append(out, "các quy tắc giữ dữ liệu trong tệp đã bị đổi từ bên ngoài")
	}
	if len(out) == 0 {
		out = append(out, "mở không được, tuy từng bảng vẫn đọc được")
	}
	return out
}

// sinceWords tell what a backup lacks.
func sinceWords(s storage.Since, b storage.Backup) string {
	if s.Lines == 0 {
		return "Không đọc được nhật ký sau bản sao đó, hoặc không có gì sau đó: việc làm từ " + clockWords(b.At) + " có thể phải làm lại."
	}
	var parts []string
	for _, w := range []struct{ what, say string }{
		{"bangLuong.ghi", "lần nhập bảng lương"}, {"nguoiLaoDong.ghi", "lần ghi người lao động"}, {"hoSo.lap", "hồ sơ lập mới"},
		{"hoSo.daKy", "hồ sơ ký"}, {"hoSo.daGui", "hồ sơ gửi"},
	} {
		if n := s.What[w.what]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, w.say))
		}
	}
	say := fmt.Sprintf("Sau bản sao đó, đến %s, có ít nhất %d việc", clockWords(s.Last), s.Lines)
	if len(parts) > 0 {
		say += ": " + strings.Join(parts, ", ")
	}
	return say + ". Hồ sơ đã gửi không bị gửi lại."
}
