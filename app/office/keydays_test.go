package office

import (
	"crypto/rand"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/signtest"
)

// The days that a certificate holds are of the calendar, and its light follows them.
func TestKeyInWords(t *testing.T) {
	now := testNow()
	for _, c := range []struct {
		from, until time.Duration
		say         string
		light       Level
	}{
		{-time.Hour, 400 * 24 * time.Hour, "còn 400 ngày", Green},
		{-time.Hour, 20 * 24 * time.Hour, "còn 20 ngày", Yellow},
		{-time.Hour, 3 * 24 * time.Hour, "còn 3 ngày", Red},
		{-time.Hour, time.Hour, "hết hạn hôm nay", Red},
		{-time.Hour, 15 * time.Hour, "còn 1 ngày", Red},
		{-48 * time.Hour, -24 * time.Hour, "đã hết hạn 1 ngày", Red},
		{72 * time.Hour, 400 * 24 * time.Hour, "chưa tới ngày dùng, 3 ngày nữa", Green},
	} {
		k := KeyInfo{From: now.Add(c.from), Until: now.Add(c.until)}
		if got := k.DaysLeft(now); got != c.say || k.Light(now) != c.light {
			t.Errorf("until %v: %q, %s; want %q, %s", c.until, got, k.Light(now), c.say, c.light)
		}
	}
	fine := KeyInfo{Until: now.AddDate(1, 0, 0), TaxCode: "0100109106"}
	for k, want := range map[KeyInfo]Level{
		{Until: fine.Until, Unfit: true}: Red, {Until: fine.Until, PIN: PINUnusable}: Red, {Until: fine.Until, PIN: LastPIN}: Yellow, fine: Green,
	} {
		if got := k.Light(now); got != want {
			t.Errorf("%+v: %s", k, got)
		}
	}
	for employer, want := range map[string]string{"": "mã số thuế 0100109106", "0100109106": "khớp với đơn vị đang mở", "0312345678": "KHÁC đơn vị đang mở (0312345678)"} {
		if got := fine.Whose(employer); !strings.Contains(got, want) {
			t.Errorf("for %q: %s", employer, got)
		}
	}
	if got := (KeyInfo{}).Whose("1"); got != "chứng thư không ghi mã số thuế" {
		t.Error(got)
	}
	for spec, want := range map[string]string{"p12:/a/b.p12": "Tệp b.p12 trong /a", "windows:AB": "Kho chứng thư của Windows", "remote:ca": "Ký từ xa", Practice: "Khoá thực hành của công ty mẫu", "pkcs11:x": "USB token"} {
		if got := (KeyInfo{Spec: spec}).Where(); got != want {
			t.Errorf("%s lies %s", spec, got)
		}
	}
	if (KeyInfo{Spec: "p12:/a/b.p12"}).File() != "/a/b.p12" || (KeyInfo{Spec: "windows:AB"}).File() != "" {
		t.Error("files")
	}
}

// The practice key is tried: signed, judged, and said to bind nobody.
func TestPracticeKeyIsTried(t *testing.T) {
	o := sampleDesk(t)
	key, err := o.OpenKey(t.Context(), Practice, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer key.Close()
	trial, err := o.TryKey(t.Context(), Practice, key)
	if err != nil {
		t.Fatal(err)
	}
	say, level, all := ReportWords(trial.Report)
	if level != Yellow || !strings.HasPrefix(say, "Hợp lệ, nhưng chứng thư thực hành") || len(all) != 1 || all[0].Covers != "bao trọn tệp" || all[0].Where != "ThuChuKy/Cky" || trial.Key.Unfit {
		t.Errorf("%s %s %+v", level, say, all)
	}
}

func TestReportInWords(t *testing.T) {
	good := signing.Signature{Valid: true, Covers: signing.CoversWhole, Signer: "A", ChainJudged: true, ChainOK: true, Vouching: signing.Vouching{Standing: signing.Trusted, Revocation: signing.NoneKnown}}
	bad := signing.Signature{Covers: signing.CoversPart, Signer: "B", Reason: "sai băm"}
	for _, c := range []struct {
		r     signing.Report
		say   string
		level Level
	}{
		{signing.Report{}, "Tệp không có chữ ký số nào", Red},
		{signing.Report{Reason: "không đọc được"}, "Không hợp lệ: không đọc được", Red},
		{signing.Report{Signatures: []signing.Signature{good}}, "Hợp lệ", Green},
		{signing.Report{Signatures: []signing.Signature{good, bad}}, "Không hợp lệ: sai băm", Red},
	} {
		say, level, all := ReportWords(c.r)
		if say != c.say || level != c.level || len(all) != len(c.r.Signatures) {
			t.Errorf("%q %s, want %q", say, level, c.say)
		}
	}
	_, _, all := ReportWords(signing.Report{Signatures: []signing.Signature{good, bad}})
	if all[1].Verdict != "Không hợp lệ: sai băm" || all[1].Covers != "chỉ bao một phần tệp" || all[0].Level != Green {
		t.Errorf("%+v", all)
	}
}

// An employer's own remembered key is spoken of before it ends; another's is not.
func TestEndingKeyIsOnTheOverview(t *testing.T) {
	o := sampleDesk(t)
	for _, c := range []struct {
		tax  string
		days int
		want int
	}{{"0100109106", 20, 0}, {"", 20, 1}} {
		dv, err := o.Company(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		tax := c.tax
		if tax == "" {
			tax = dv.MaSoThue
		} else if tax == dv.MaSoThue {
			tax = "0312345678"
		}
		cert := certificateOf(t, tax, c.days)
		if err := o.store.PutSetting(t.Context(), keyFilesSetting, []savedKeyFile{{"/x/a.p12", cert}}); err != nil {
			t.Fatal(err)
		}
		got, err := o.todoOfCertificates(t.Context(), dv.MaSoThue)
		if err != nil || len(got) != c.want {
			t.Errorf("%s: %+v, %v", tax, got, err)
		}
	}
}

// certificateOf is a certificate that holds for so many days.
func certificateOf(t *testing.T, tax string, days int) []byte {
	t.Helper()
	ca, err := signtest.NewCA(rand.Reader, testNow().AddDate(-3, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY THỬ", TaxCode: tax}, testNow().AddDate(-1, 0, 0), testNow().AddDate(0, 0, days))
	if err != nil {
		t.Fatal(err)
	}
	return key.Certificate().Raw
}
