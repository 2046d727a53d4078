package vaitro

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
	"ankhai/storage"
)

type fake struct {
	roles []office.Role
	now   office.Role
	two   bool
	a     office.Approval
	did   []string
	err   error
}

func (f *fake) Company(context.Context) (facts.DonVi, error) {
	return facts.DonVi{MaSoThue: "0100109106", Ten: "CÔNG TY CỔ PHẦN MAY BÌNH MINH"}, nil
}
func (f *fake) Roles(context.Context) ([]office.Role, error) { return f.roles, nil }
func (f *fake) PutRole(_ context.Context, r office.Role, pass []byte) (office.Role, error) {
	f.did = append(f.did, "put "+r.Name+" "+r.Say()+" "+string(pass))
	if f.err == nil {
		f.roles = append(f.roles, r)
	}
	return r, f.err
}
func (f *fake) DropRole(_ context.Context, name string) error {
	f.did = append(f.did, "drop "+name)
	return f.err
}
func (f *fake) Become(_ context.Context, name string, pass []byte) (office.Role, error) {
	f.did = append(f.did, "become "+name+" "+string(pass))
	if f.err == nil {
		f.now = f.roles[slices.IndexFunc(f.roles, func(r office.Role) bool { return r.ID == name })]
	}
	return f.now, f.err
}
func (f *fake) StepOut() { f.now = office.Role{} }
func (f *fake) Person() (office.Role, error) {
	if f.now.ID == "" {
		return f.now, office.ErrNobody
	}
	return f.now, nil
}
func (f *fake) NeedsTwo(context.Context, string) (bool, error) { return f.two, nil }
func (f *fake) SetNeedsTwo(_ context.Context, _ string, two bool) error {
	if f.err == nil {
		f.two = two
	}
	return f.err
}
func (f *fake) Approval(context.Context, string) (office.Approval, error) { return f.a, nil }
func (f *fake) Submit(_ context.Context, id, note string) (office.Approval, error) {
	f.did = append(f.did, "submit "+id+" "+note)
	return f.a, f.err
}
func (f *fake) ExamineDraft(context.Context, string, string) (office.Approval, error) {
	return f.a, f.err
}
func (f *fake) Approve(_ context.Context, id, note string) (office.Approval, error) {
	f.did = append(f.did, "approve "+id)
	return f.a, f.err
}
func (f *fake) Refuse(context.Context, string, string) (office.Approval, error) { return f.a, f.err }

func two() *fake {
	at := time.Date(2026, 11, 22, 2, 30, 0, 0, time.UTC)
	return &fake{two: true, roles: []office.Role{{ID: "a", Name: "Nguyễn Thị Lan", Maker: true}, {ID: "b", Name: "Trần Văn Ưởng", Signer: true, Protected: true}},
		a: office.Approval{Needed: true, Submitted: true, Trail: []office.SignOff{
			{Step: storage.Submitted, Say: "Trình duyệt", Name: "Nguyễn Thị Lan", Witnessed: true, Note: "đủ giấy tờ", Account: "lan", Time: at},
			{Step: storage.Refused, Say: "Không duyệt", Name: "Trần Văn Ưởng", Proven: true, Witnessed: true, Note: "thiếu hợp đồng của hai người", Account: "giamdoc", Time: at.Add(time.Hour)},
			{Step: storage.Submitted, Say: "Trình duyệt", Name: "Nguyễn Thị Lan", Current: true, Witnessed: true, Account: "lan", Time: at.Add(2 * time.Hour)},
		}}}
}

func desk(t *testing.T, f *fake) (*Desk, *uitest.Host) {
	t.Helper()
	uitest.App(t)
	h := uitest.NewHost()
	return New(f, h), h
}

// People are added with what they do, and one of them works after the passphrase.
func TestPeople(t *testing.T) {
	f := &fake{}
	d, h := desk(t, f)
	d.Show()
	entries := uitest.Find[*xwidget.Entry](h.Top())
	entries[0].SetText("Nguyễn Thị Lan")
	uitest.Press(t, h.Top(), "Thêm người")
	if len(f.did) != 1 || f.did[0] != "put Nguyễn Thị Lan người lập " {
		t.Fatalf("did %q", f.did)
	}
	*f = *two()
	d.Show()
	uitest.Press(t, h.Top(), "Làm việc") // Lan, without a passphrase
	if f.now.Name != "Nguyễn Thị Lan" || f.did[0] != "become a " {
		t.Errorf("works: %v, did %q", f.now, f.did)
	}
	uitest.GoldenDialog(t, "nguoi-lam", wide, 400, h.Top())
	uitest.Press(t, h.Top(), "Làm việc") // the other one
	uitest.Find[*xwidget.Entry](h.Top())[0].SetText("mật khẩu riêng")
	uitest.Press(t, h.Top(), "Làm việc")
	if f.now.ID != "b" || f.did[1] != "become b mật khẩu riêng" {
		t.Errorf("works: %v, did %q", f.now, f.did)
	}
	f.err = office.ErrRolePass
	uitest.Press(t, h.Top(), "Bỏ")
	if words := strings.Join(uitest.Words(h.Top()), "|"); !strings.Contains(words, "Mật khẩu của người này") {
		t.Errorf("what went wrong is not told: %s", words)
	}
}

// The trail says who said what, and offers what the person may say.
func TestTrail(t *testing.T) {
	f := two()
	d, h := desk(t, f)
	d.Trail("HS000001", "600 · Báo tăng, giảm · tháng 11/2026 · đợt 1")
	if !slices.Contains(uitest.Buttons(h.Top()), "Chọn người làm…") || slices.Contains(uitest.Buttons(h.Top()), "Duyệt") {
		t.Errorf("nobody works: %q", uitest.Buttons(h.Top()))
	}
	f.now = f.roles[0]
	d.Trail("HS000001", "600 · Báo tăng, giảm · tháng 11/2026 · đợt 1")
	if slices.Contains(uitest.Buttons(h.Top()), "Duyệt") {
		t.Error("who prepares is offered to approve")
	}
	uitest.Find[*xwidget.Entry](h.Top())[0].SetText("xem giúp")
	uitest.Press(t, h.Top(), "Trình duyệt")
	f.now = f.roles[1]
	d.Trail("HS000001", "600 · Báo tăng, giảm · tháng 11/2026 · đợt 1")
	uitest.GoldenDialog(t, "ky-duyet", wide, 430, h.Top())
	f.err = office.ErrSamePerson
	uitest.Press(t, h.Top(), "Duyệt")
	if words := strings.Join(uitest.Words(h.Top()), "|"); !strings.Contains(words, "không tự duyệt được") {
		t.Errorf("what went wrong is not told: %s", words)
	}
	if want := []string{"submit HS000001 xem giúp", "approve HS000001"}; !slices.Equal(f.did, want) {
		t.Errorf("did %q, want %q", f.did, want)
	}
}
