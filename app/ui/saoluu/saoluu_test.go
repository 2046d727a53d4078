package saoluu

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
	"ankhai/storage/keys"
)

// fake answers with invented employers and remembers what was asked of it.
type fake struct {
	here   office.Holding
	seen   office.BackupSeen
	pass   string // opens the file; "" where the key of the data does
	merged office.Merged
	taken  map[string]bool // paths that are taken
	did    []string
	err    error
	info   office.BackupInfo
	slots  []office.Slot
}

func (f *fake) Protection() office.Protection { return office.Protection{Slots: f.slots} }
func (f *fake) Today() law.Day                { return 20261122 }
func (f *fake) Backup(_ context.Context, path string) (storage.BackupInfo, error) {
	f.did = append(f.did, "back up "+path)
	if f.taken[path] {
		return storage.BackupInfo{}, storage.ErrExists
	}
	return f.info, f.err
}

func (f *fake) Holding(_ context.Context, mst string) (storage.Holding, error) {
	f.did = append(f.did, "holding "+mst)
	return f.here, f.err
}
func (f *fake) ExportEmployer(_ context.Context, mst, path string, pass []byte) (storage.Merged, error) {
	f.did = append(f.did, "give "+mst+" "+path+" "+string(pass))
	clear(pass)
	if f.taken[path] {
		return storage.Merged{}, storage.ErrExists
	}
	return f.merged, f.err
}
func (f *fake) LookAtBackup(_ context.Context, path string, src keys.Sources) (office.BackupSeen, error) {
	f.did = append(f.did, "look "+path+" "+string(src.Passphrase)+string(src.Recovery))
	switch {
	case f.err != nil:
		return office.BackupSeen{One: f.seen.One}, f.err
	case f.pass == "" || f.pass == string(src.Passphrase)+string(src.Recovery):
		return f.seen, nil
	case len(src.Passphrase)+len(src.Recovery) == 0:
		return office.BackupSeen{One: f.seen.One}, f.need()
	case f.seen.One:
		return office.BackupSeen{One: true}, office.ErrFilePass
	}
	return office.BackupSeen{}, keys.ErrPassphrase
}
func (f *fake) need() error {
	if f.seen.One {
		return &keys.NeedError{Have: []keys.Kind{keys.KindPassphrase}}
	}
	return &keys.NeedError{Have: []keys.Kind{keys.KindPassphrase, keys.KindRecovery}}
}
func (f *fake) RestoreEmployer(_ context.Context, path, mst string, src keys.Sources) (storage.Merged, error) {
	f.did = append(f.did, "take "+path+" "+mst+" "+string(src.Passphrase)+string(src.Recovery))
	return f.merged, f.err
}
func (f *fake) SetCompany(_ context.Context, mst string) error {
	f.did = append(f.did, "use "+mst)
	return nil
}

// host is a window that says where a new file is to be.
type host struct {
	*uitest.Host
	names  []string // of new files, as they were proposed
	places []string // where they are to be
	starts int
	put    []string // backups that are to take the place of the data, with what opens them
}

func (h *host) RestoreFrom(path, words string, src office.Sources) {
	h.put = append(h.put, path+" | "+words+" | "+string(src.Passphrase)+string(src.Recovery))
}

func (h *host) Start() { h.starts++ }
func (h *host) PickNew(name string, take func(path string)) {
	h.names = append(h.names, name)
	if len(h.places) > 0 {
		at := h.places[0]
		h.places = h.places[1:]
		take(at)
	}
}

func desk(t *testing.T, f *fake) (*Desk, *host) {
	t.Helper()
	uitest.App(t)
	h := &host{Host: uitest.NewHost()}
	return New(f, h), h
}

func holding(mst, ten string, waiting ...string) office.Holding {
	return office.Holding{DonVi: facts.DonVi{MaSoThue: mst, Ten: ten}, People: 1180, Payrolls: 24, Drafts: 3, Signed: 41, Waiting: waiting}
}

var binhMinh = holding("0100109106", "CÔNG TY CỔ PHẦN MAY BÌNH MINH", "HS000041", "HS000042")

func typeAll(o fyne.CanvasObject, words ...string) {
	for i, e := range uitest.Find[*xwidget.Entry](o) {
		if i < len(words) {
			e.SetText(words[i])
		}
	}
}

func words(o fyne.CanvasObject) string { return strings.Join(uitest.Words(o), "|") }

// An employer is handed over under a passphrase that is typed twice and judged; a name that
// is taken leads to another one, and the passphrase is not asked for again.
func TestGive(t *testing.T) {
	f := &fake{here: binhMinh, merged: office.Merged{MST: "0100109106", People: 1180, Payrolls: 24, Dossiers: 44, Submissions: 41}, taken: map[string]bool{"/o/cu.ankhai": true}}
	d, h := desk(t, f)
	d.Give("")
	if len(h.Dialogs) != 0 || h.Last() != "! Chưa có đơn vị nào để giao" {
		t.Errorf("nobody is handed over with %q", h.Last())
	}
	d.Give("0100109106")
	typeAll(h.Top(), "ngắn", "ngắn")
	uitest.Press(t, h.Top(), "Chọn nơi ghi tệp…")
	if !strings.Contains(words(h.Top()), "ít nhất 12 ký tự") {
		t.Errorf("a short one: %s", words(h.Top()))
	}
	typeAll(h.Top(), "bốn từ bất kỳ", "bốn từ khác")
	uitest.Press(t, h.Top(), "Chọn nơi ghi tệp…")
	if len(h.names) != 0 || !strings.Contains(words(h.Top()), "Hai lần gõ") {
		t.Errorf("two of them: %s", words(h.Top()))
	}
	uitest.GoldenDialog(t, "giao", wide, 430, h.Top())
	h.places = []string{"/o/cu", "/o/moi.ankhai"}
	typeAll(h.Top(), "bốn từ bất kỳ", "bốn từ bất kỳ")
	uitest.Find[*xwidget.Entry](h.Top())[1].OnSubmitted("") // Enter in the second field
	want := []string{"holding 0100109106", "give 0100109106 /o/cu.ankhai bốn từ bất kỳ", "give 0100109106 /o/moi.ankhai bốn từ bất kỳ"}
	if !slices.Equal(f.did, want) || !slices.Equal(h.Asked, []string{"Đã có tệp cùng tên"}) || h.names[0] != "don-vi-0100109106.ankhai" {
		t.Errorf("did %q; asked %q, proposed %q", f.did, h.Asked, h.names)
	}
	if !strings.Contains(words(h.Top()), "moi.ankhai") || !strings.Contains(words(h.Top()), "1.180 người") {
		t.Errorf("afterwards: %s", words(h.Top()))
	}
	uitest.GoldenDialog(t, "da-giao", wide, 300, h.Top())
	uitest.Press(t, h.Top(), "Đã rõ")

	f.err, h.places = errors.New("disk"), []string{"/o/x.ankhai"}
	d.Give("0100109106")
	if len(h.Failed) != 1 {
		t.Error("a failure is not told")
	}
}

// A file of one employer is opened with its passphrase, shown, and taken in; nothing
// happens before somebody agreed.
func TestTakeIn(t *testing.T) {
	made := time.Date(2026, 11, 20, 2, 15, 0, 0, time.UTC)
	f := &fake{pass: "bốn từ bất kỳ", seen: office.BackupSeen{One: true, Made: made, Employers: []office.Holding{binhMinh}},
		merged: office.Merged{MST: "0100109106", People: 1180, Payrolls: 24, Dossiers: 44, Submissions: 41, Held: []string{"HS000041", "HS000042"}, Renumbered: map[string]string{"HS000001": "HS000050"}}}
	d, h := desk(t, f)
	d.Take("/n/khach.ankhai")
	uitest.Press(t, h.Top(), "Mở")
	if !strings.Contains(words(h.Top()), "Chưa gõ gì") || strings.Contains(words(h.Top()), "khoá khôi phục") {
		t.Errorf("nothing typed: %s", words(h.Top()))
	}
	typeAll(h.Top(), "sai mất rồi")
	uitest.Press(t, h.Top(), "Mở")
	if !strings.Contains(words(h.Top()), "Mật khẩu của tệp không đúng") || uitest.Find[*xwidget.Entry](h.Top())[0].Text != "" {
		t.Errorf("a wrong one: %s", words(h.Top()))
	}
	uitest.GoldenDialog(t, "mo-tep", wide, 260, h.Top())
	typeAll(h.Top(), "bốn từ bất kỳ")
	uitest.Find[*xwidget.Entry](h.Top())[0].OnSubmitted("")
	uitest.GoldenDialog(t, "nhan", wide, 330, h.Top())
	if last := f.did[len(f.did)-1]; !strings.HasPrefix(last, "look ") {
		t.Fatalf("before anybody agreed: %s", last)
	}
	uitest.Press(t, h.Top(), "Nhận đơn vị")
	if got := f.did[len(f.did)-2:]; !slices.Equal(got, []string{"take /n/khach.ankhai 0100109106 bốn từ bất kỳ", "use 0100109106"}) || h.starts != 1 {
		t.Errorf("did %q, %d starts", got, h.starts)
	}
	uitest.GoldenDialog(t, "da-nhan", wide, 260, h.Top())
	uitest.Press(t, h.Top(), "Mở Hộp gửi–nhận")
	if len(h.Went) != 1 || h.Went[0].Screen != office.PostScreen {
		t.Errorf("went to %v", h.Went)
	}
}

// What happens to an employer that is here already is said before; «Để sau» changes nothing.
func TestTakeInWhatIsHere(t *testing.T) {
	f := &fake{seen: office.BackupSeen{One: true, Employers: []office.Holding{holding("0100109106", "CÔNG TY CỔ PHẦN MAY BÌNH MINH")}, Here: map[string]office.Holding{"0100109106": {People: 1170, Payrolls: 23, Drafts: 2}}}}
	d, h := desk(t, f)
	d.Take("/n/khach.ankhai")
	uitest.GoldenDialog(t, "nhan-da-co", wide, 330, h.Top())
	if w := words(h.Top()); !strings.Contains(w, "đã có ở đây, với 1.170 người") || !strings.Contains(w, "Điều đã gửi không gửi lại") {
		t.Errorf("says %s", w)
	}
	uitest.Press(t, h.Top(), "Để sau")
	if len(f.did) != 1 {
		t.Errorf("did %q", f.did)
	}
	d.Take("/n/khach.ankhai")
	f.merged.Kept = 41
	uitest.Press(t, h.Top(), "Thay phần chưa ký")
	if !strings.Contains(words(h.Top()), "41 hồ sơ đã ký ở đây được giữ nguyên") {
		t.Errorf("afterwards: %s", words(h.Top()))
	}
	uitest.Press(t, h.Top(), "Đã rõ")
	f.err = office.ErrBackupBroken
	d.Take("/n/hong.ankhai")
	if len(h.Failed) != 1 {
		t.Error("a damaged file is not told")
	}
}

// Of a backup of everything one employer is chosen.
func TestTakeBackOneOfMany(t *testing.T) {
	f := &fake{seen: office.BackupSeen{Employers: []office.Holding{holding("0100109106", "CÔNG TY CỔ PHẦN MAY BÌNH MINH"), holding("0300588569", "CÔNG TY KHÁC")}}}
	d, h := desk(t, f)
	d.Take("/n/tat-ca.ankhai")
	list := uitest.Find[*xwidget.PickList](h.Top())[0]
	w := uitest.Window(t, wide, listHigh, h.Top())
	list.Start()
	uitest.Type(w.Canvas(), "khac")
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if h.Titles[len(h.Titles)-1] != "Lấy lại đơn vị từ bản sao" || !strings.Contains(words(h.Top()), "CÔNG TY KHÁC") {
		t.Fatalf("%q: %s", h.Titles, words(h.Top()))
	}
	uitest.Press(t, h.Top(), "Lấy lại đơn vị")
	if got := f.did[len(f.did)-2:]; !slices.Equal(got, []string{"take /n/tat-ca.ankhai 0300588569 ", "use 0300588569"}) {
		t.Errorf("did %q", got)
	}
	f.seen.Employers = nil
	d.Take("/n/trong.ankhai")
	if h.Last() != "! Trong tệp không có đơn vị nào" {
		t.Errorf("an empty one: %q", h.Last())
	}
}

var info = office.BackupInfo{Employers: 3, People: 1300, Dossiers: 47, Submissions: 41, Bytes: 4_400_000}

// Everything goes into one file; a name that is taken leads to another. Data that opens on
// this computer alone is said to be so before, and after.
func TestBackUpIntoAFile(t *testing.T) {
	f := &fake{info: info, slots: []office.Slot{{Kind: "keyring"}, {Kind: "recovery"}}, taken: map[string]bool{"/o/cu.ankhai": true}}
	d, h := desk(t, f)
	h.places = []string{"/o/cu.ankhai", "/o/moi"}
	d.BackUp()
	if want := []string{"back up /o/cu.ankhai", "back up /o/moi.ankhai"}; !slices.Equal(f.did, want) || h.names[0] != "an-khai-2026-11-22.ankhai" || len(h.Asked) != 1 {
		t.Errorf("did %q; proposed %q, asked %q", f.did, h.names, h.Asked)
	}
	uitest.GoldenDialog(t, "da-sao-luu", wide, 260, h.Top())
	uitest.Press(t, h.Top(), "Đã rõ")

	f.slots, h.places = f.slots[:1], []string{"/o/day.ankhai"}
	d.BackUp()
	uitest.GoldenDialog(t, "chi-may-nay", wide, 190, h.Top())
	uitest.Press(t, h.Top(), "Mở khoá dữ liệu")
	if len(h.Went) != 1 || h.Went[0].Screen != office.KeysScreen || len(f.did) != 2 {
		t.Errorf("went to %v, did %q", h.Went, f.did)
	}
	uitest.Press(t, h.Top(), "Vẫn ghi tệp…")
	if !strings.Contains(words(h.Top()), "chỉ mở được trên máy này") || len(f.did) != 3 {
		t.Errorf("did %q; says %s", f.did, words(h.Top()))
	}
	f.err, h.places = errors.New("disk"), []string{"/o/x.ankhai"}
	f.slots = []office.Slot{{Kind: "passphrase"}}
	d.BackUp()
	if len(h.Failed) != 1 {
		t.Error("a failure is not told")
	}
}

// A backup is read through and shown; from there everything, or one employer, comes back.
func TestVerify(t *testing.T) {
	made := time.Date(2026, 11, 20, 2, 15, 0, 0, time.UTC)
	f := &fake{pass: "khoá khôi phục", seen: office.BackupSeen{Made: made, Info: info, Employers: []office.Holding{
		holding("0100109106", "CÔNG TY CỔ PHẦN MAY BÌNH MINH"), holding("0300588569", "CÔNG TY TNHH MỘT THÀNH VIÊN THƯƠNG MẠI VÀ DỊCH VỤ XUẤT NHẬP KHẨU PHƯƠNG NAM"), holding("0301234567", "HỢP TÁC XÃ ÁNH DƯƠNG")}}}
	d, h := desk(t, f)
	d.Verify("/n/an-khai.ankhai")
	uitest.GoldenDialog(t, "mo-ban-sao", wide, 310, h.Top())
	typeAll(h.Top(), "sai mất rồi")
	uitest.Press(t, h.Top(), "Mở")
	if !strings.Contains(words(h.Top()), "Mật khẩu dữ liệu không đúng") {
		t.Errorf("a wrong one: %s", words(h.Top()))
	}
	typeAll(h.Top(), "", "khoá khôi phục")
	uitest.Press(t, h.Top(), "Mở")
	uitest.GoldenDialog(t, "doc-duoc", wide, 400, h.Top())
	uitest.Press(t, h.Top(), "Khôi phục tất cả…")
	if want := []string{"/n/an-khai.ankhai | tệp an-khai.ankhai, ghi lúc 20/11/2026 09:15 (3 đơn vị, 1.300 người, 47 hồ sơ, 41 lần gửi) | khoá khôi phục"}; !slices.Equal(h.put, want) {
		t.Errorf("put back %q", h.put)
	}
	uitest.Press(t, h.Top(), "Lấy lại một đơn vị…")
	if h.Titles[len(h.Titles)-1] != "Lấy lại đơn vị nào" {
		t.Errorf("dialogs %q", h.Titles)
	}
	f.pass = ""
	d.Restore("/n/an-khai.ankhai")
	if len(h.put) != 2 {
		t.Errorf("put back %q", h.put)
	}
	f.err = office.ErrNotBackup
	d.Verify("/n/anh.ankhai")
	if len(h.Failed) != 1 {
		t.Error("a file that is no backup is not told")
	}
}

// A file of one employer is verified too, and is taken in wherever a backup is asked for.
func TestOneEmployerWhereABackupIsAskedFor(t *testing.T) {
	f := &fake{seen: office.BackupSeen{One: true, Info: office.BackupInfo{Employers: 1, People: 1180}, Employers: []office.Holding{binhMinh}}}
	d, h := desk(t, f)
	d.Verify("/n/khach.ankhai")
	uitest.Press(t, h.Top(), "Nhận đơn vị…")
	d.Restore("/n/khach.ankhai")
	d.Dropped("/n/khach.ankhai")
	if want := []string{"Tệp giao đơn vị đọc được", "Nhận đơn vị từ tệp", "Nhận đơn vị từ tệp", "Nhận đơn vị từ tệp"}; !slices.Equal(h.Titles, want) || len(h.put) != 0 {
		t.Errorf("dialogs %q, put back %q", h.Titles, h.put)
	}
	f.seen = office.BackupSeen{Employers: []office.Holding{binhMinh}}
	d.Dropped("/n/tat-ca.ankhai")
	if h.Titles[4] != "Bản sao đọc được" {
		t.Errorf("dialogs %q", h.Titles)
	}
}
