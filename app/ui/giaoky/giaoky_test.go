package giaoky

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
	"ankhai/forms/form"
	"ankhai/signing"
	"ankhai/storage"
)

type fake struct {
	out  []storage.Handover
	did  []string
	open office.HandedOver
	back []office.BatchResult
	keys []office.KeyInfo
	err  error

	asked string // whose keys were looked for
}

func (f *fake) HandOut(_ context.Context, ids []string, to, path string, pass []byte) (string, error) {
	f.did = append(f.did, "give "+strings.Join(ids, ",")+" "+to+" "+path+" "+string(pass))
	return "ab", f.err
}
func (f *fake) Handovers(context.Context, bool) ([]storage.Handover, error) { return f.out, nil }
func (f *fake) Recall(_ context.Context, id string) error {
	f.did = append(f.did, "recall "+id)
	return f.err
}
func (f *fake) TakeBack(_ context.Context, data, pass []byte) ([]office.BatchResult, error) {
	f.did = append(f.did, "take "+string(data)+" "+string(pass))
	return f.back, f.err
}
func (f *fake) OpenHandover(_ context.Context, data, pass []byte) (office.HandedOver, error) {
	f.did = append(f.did, "open "+string(data)+" "+string(pass))
	return f.open, f.err
}
func (f *fake) SignHandover(_ context.Context, data, pass []byte, _ []string, _ signing.Key) ([]byte, []office.BatchResult, error) {
	f.did = append(f.did, "sign "+string(data)+" "+string(pass))
	return []byte("về"), f.back, f.err
}
func (f *fake) SigningKeys(_ context.Context, mst string) ([]office.KeyInfo, error) {
	f.asked = mst
	return f.keys, nil
}
func (f *fake) OpenSigningKey(_ context.Context, spec string, use office.KeyUse) (signing.Key, error) {
	f.did = append(f.did, "key "+spec+" "+string(use.Secret))
	return noKey{}, nil
}
func (f *fake) ChooseDriver(context.Context, string, bool) error { return nil }

// noKey is a key that is only closed.
type noKey struct{ signing.Key }

func (noKey) Close() error { return nil }

// host is a window that says where a new file is to be.
type host struct{ *uitest.Host }

func (h host) PickNew(name string, take func(path string)) { take("/o/" + name) }

func desk(t *testing.T, f *fake) (*Desk, host) {
	t.Helper()
	uitest.App(t)
	h := host{uitest.NewHost()}
	h.File.Name, h.File.Data = "ky.giao-ky", []byte("tệp")
	return New(f, h), h
}

func typeAll(o fyne.CanvasObject, words ...string) {
	for i, e := range uitest.Find[*xwidget.Entry](o) {
		if i < len(words) {
			e.SetText(words[i])
		}
	}
}

func TestGive(t *testing.T) {
	f := &fake{}
	d, h := desk(t, f)
	d.Give(nil)
	if len(h.Dialogs) != 0 {
		t.Error("asks though there is nothing to give")
	}
	d.Give([]string{"HS000001", "HS000002"})
	typeAll(h.Top(), "Giám đốc", "bốn từ bất kỳ", "bốn từ khác")
	uitest.Press(t, h.Top(), "Chọn nơi ghi tệp…")
	if words := strings.Join(uitest.Words(h.Top()), "|"); len(f.did) != 0 || !strings.Contains(words, "Hai lần gõ") {
		t.Errorf("did %q, says %s", f.did, words)
	}
	uitest.GoldenDialog(t, "giao-ky", wide, 340, h.Top())
	typeAll(h.Top(), "Giám đốc", "ngắn", "ngắn")
	uitest.Press(t, h.Top(), "Chọn nơi ghi tệp…")
	typeAll(h.Top(), "Giám đốc", "bốn từ bất kỳ", "bốn từ bất kỳ")
	uitest.Press(t, h.Top(), "Chọn nơi ghi tệp…")
	if want := []string{"give HS000001,HS000002 Giám đốc /o/ho-so-HS000001.giao-ky bốn từ bất kỳ"}; !slices.Equal(f.did, want) {
		t.Errorf("did %q, want %q", f.did, want)
	}
}

func TestListRecallTake(t *testing.T) {
	f := &fake{out: []storage.Handover{{DossierID: "HS000001", For: "Giám đốc", At: time.Date(2026, 11, 22, 2, 0, 0, 0, time.UTC)}, {DossierID: "HS000004", At: time.Date(2026, 11, 20, 2, 0, 0, 0, time.UTC)}}}
	d, h := desk(t, f)
	d.List()
	uitest.GoldenDialog(t, "dang-giao", wide, 220, h.Top())
	uitest.Press(t, h.Top(), "Gọi lại")
	if len(h.Asked) != 1 || f.did[0] != "recall HS000001" {
		t.Errorf("asked %q, did %q", h.Asked, f.did)
	}
	f.back = []office.BatchResult{{ID: "HS000001", Signed: office.Signed{Signer: "CÔNG TY"}}, {ID: "HS000004", Err: office.ErrNotOut}}
	d.Take()
	typeAll(h.Top(), "bốn từ bất kỳ")
	uitest.Press(t, h.Top(), "Nhận về")
	if f.did[1] != "take tệp bốn từ bất kỳ" || h.Last() != "! Đã nhận về 1 trong 2 hồ sơ" {
		t.Errorf("did %q, said %q", f.did, h.Last())
	}
	if words := strings.Join(uitest.Words(h.Top()), "|"); !strings.Contains(words, "không đang giao ký bằng tệp này") {
		t.Errorf("says %s", words)
	}
	f.err = errors.New("x")
	d.Take()
	uitest.Press(t, h.Top(), "Nhận về")
	if len(h.Failed) != 1 {
		t.Error("a failure is not told")
	}
}

// The director looks, then signs with the key of the employer, and saves what goes back.
func TestOpenAndSign(t *testing.T) {
	at := time.Date(2026, 11, 22, 2, 0, 0, 0, time.UTC)
	f := &fake{open: office.HandedOver{By: "Nguyễn Thị Lan", For: "Giám đốc", Made: at, Employer: facts.DonVi{MaSoThue: "0100109106", Ten: "CÔNG TY CỔ PHẦN MAY BÌNH MINH"},
		Dossiers: []office.HandedDossier{
			{ID: "HS000001", Title: "600 · Báo tăng, giảm, điều chỉnh · tháng 11/2026 · đợt 1", Reminders: []form.Fault{{Level: form.Nhac, Places: []form.Place{{}}}},
				Trail: []office.SignOff{{Say: "Trình duyệt", Name: "Nguyễn Thị Lan", Time: at}}, Prints: []office.File{{Name: "d02.pdf"}}},
			{ID: "HS000002", Title: "630a · Ốm đau · tháng 11/2026 · đợt 1"},
		}}, back: []office.BatchResult{{ID: "HS000001", Signed: office.Signed{Signer: "CÔNG TY"}}}}
	f.keys = []office.KeyInfo{{Spec: "pkcs11:a", Token: "Token A", Name: "CÔNG TY CỔ PHẦN MAY BÌNH MINH", TaxCode: "0100109106", Until: at.AddDate(1, 0, 0)}}
	d, h := desk(t, f)
	d.Open()
	typeAll(h.Top(), "bốn từ bất kỳ")
	uitest.Press(t, h.Top(), "Mở")
	uitest.GoldenDialog(t, "xem-giao-ky", wide, 400, h.Top())
	uitest.Press(t, h.Top(), "Xem bản in")
	if len(h.Shown) != 1 || h.Shown[0][0].Name != "d02.pdf" {
		t.Errorf("shown %v", h.Shown)
	}
	uitest.Press(t, h.Top(), "Ký 2 hồ sơ…")
	if f.asked != "0100109106" {
		t.Errorf("looked for the keys of %q", f.asked)
	}
	typeAll(h.Top(), "", "123456")
	uitest.Press(t, h.Top(), "Ký bằng token")
	if words := strings.Join(uitest.Words(h.Top()), "|"); len(f.did) != 1 || !strings.Contains(words, "Gõ mật khẩu của tệp giao ký trước.") {
		t.Errorf("did %q, says %s", f.did, words)
	}
	uitest.GoldenDialog(t, "ky-giao-ky", wide, 500, h.Top())
	typeAll(h.Top(), "bốn từ bất kỳ", "123456")
	uitest.Press(t, h.Top(), "Ký bằng token")
	if want := []string{"open tệp bốn từ bất kỳ", "key pkcs11:a 123456", "sign tệp bốn từ bất kỳ"}; !slices.Equal(f.did, want) {
		t.Errorf("did %q, want %q", f.did, want)
	}
	if len(h.Kept) != 1 || h.Kept[0].Name != "da-ky-HS000001.giao-ky" {
		t.Errorf("kept %v", h.Kept)
	}

	// the director who signs with the telephone
	f.did, f.keys = nil, []office.KeyInfo{{Spec: "remote:smartca", Account: "smartca", Service: "VNPT SmartCA"}}
	d.chooseKey(f.open, []byte("tệp"))
	typeAll(h.Top(), "bốn từ bất kỳ", "")
	uitest.Press(t, h.Top(), "Ký bằng khoá này")
	if want := []string{"key remote:smartca ", "sign tệp bốn từ bất kỳ"}; !slices.Equal(f.did, want) || len(h.Kept) != 2 {
		t.Errorf("did %q, want %q; kept %d", f.did, want, len(h.Kept))
	}
}
