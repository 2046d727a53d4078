package trust

import (
	"context"
	"crypto/x509"
	"fmt"
	"slices"
	"time"

	"ankhai/signing"
)

// skew is how far another clock may be ahead of this one.
const skew = 5 * time.Minute

// Revocation asks whether certificates were taken back: lists that were handed in
// first, then, where the user allows the network, OCSP and the lists that the
// certificates name. It keeps what it fetched in memory for a while and is safe for
// use from several goroutines.
type Revocation struct {
	Online bool
	Lists  []*x509.RevocationList
	web    web
}

// answer is what one source says of one certificate.
type answer struct {
	state  signing.Revocation // NoneKnown, TakenBack, or NotAsked where it says nothing
	source string             // "OCSP http://…", "danh sách thu hồi …"
	asOf   time.Time          // when the source looked
	since  time.Time          // of a revocation
	reason int                // CRLReason, RFC 5280, 5.3.1
	why    string             // why it says nothing
}

// askRevocation fills in what is known of a chain, from below the root down to the
// signer: an address is used only after the certificate that holds it stands.
func (e *Examiner) askRevocation(ctx context.Context, p path, now time.Time, v *signing.Vouching) {
	if len(p) == 1 {
		v.Unchecked = append(v.Unchecked, "Thu hồi: chứng thư tự nó là gốc tin cậy nên không có ai để hỏi.")
		return
	}
	r := e.Revocation
	if r == nil || !r.Online && len(r.Lists) == 0 {
		v.Unchecked = append(v.Unchecked, "Chưa kiểm tra được thu hồi: chưa được phép hỏi qua mạng và không có danh sách thu hồi.")
		return
	}
	// What the signer alone says of the moment proves nothing: a stolen key signs
	// with any date. Then only what is known now counts.
	need := now
	if v.Moment.Proven() && v.Moment.At.Before(now) {
		need = v.Moment.At
	}
	v.Revocation = signing.NoneKnown
	for i := len(p) - 2; i >= 0; i-- {
		a := r.ask(ctx, p[i], p[i+1], need, now)
		switch a.state {
		case signing.NoneKnown:
			v.Checked = append(v.Checked, fmt.Sprintf("«%s» không bị thu hồi, theo %s, lúc %s.", called(p[i]), a.source, clockTime(a.asOf)))
		case signing.TakenBack:
			takenBack(p[i], a, v)
			if v.Refusal != "" {
				return
			}
		default:
			v.Revocation = signing.NotAsked
			v.Unchecked = append(v.Unchecked, fmt.Sprintf("Chưa kiểm tra được thu hồi của «%s»: %s.", called(p[i]), a.why))
		}
	}
}

// takenBack judges a revocation against the moment of signing.
func takenBack(cert *x509.Certificate, a answer, v *signing.Vouching) {
	what := fmt.Sprintf("Chứng thư số «%s» bị thu hồi từ %s%s, theo %s", called(cert), clockTime(a.since), reasonWords(a.reason), a.source)
	if v.Moment.Proven() && a.since.After(v.Moment.At) {
		if v.Revocation == signing.NoneKnown {
			v.Revocation = signing.TakenLate
		}
		v.Checked = append(v.Checked, fmt.Sprintf("%s; thời điểm ký (%s) có trước nên chữ ký không bị ảnh hưởng.", what, v.Moment.Clock))
		return
	}
	v.Revocation = signing.TakenBack
	if a.since.After(v.Moment.At) {
		v.Refusal = what + ". Thời điểm ký sớm hơn chỉ do máy người ký ghi nên không chứng minh được là ký trước khi thu hồi. Xin bản ký lại, hoặc bản có dấu thời gian."
		return
	}
	v.Refusal = what + ". Xin bản ký lại bằng chứng thư còn hiệu lực."
}

// reasonWords are the reasons of RFC 5280, 5.3.1, that a reader can use.
func reasonWords(reason int) string {
	switch reason {
	case 1:
		return " (lộ khoá)"
	case 2:
		return " (nơi cấp bị lộ khoá)"
	case 3:
		return " (đổi thông tin người giữ)"
	case 4:
		return " (đã cấp chứng thư khác thay)"
	case 5:
		return " (ngừng sử dụng)"
	case onHold:
		return " (tạm dừng)"
	}
	return ""
}

// ask goes through the sources until one knows. issuer has signed cert.
func (r *Revocation) ask(ctx context.Context, cert, issuer *x509.Certificate, need, now time.Time) answer {
	out := answer{state: signing.NotAsked, why: "không có danh sách thu hồi của nơi cấp này"}
	for _, list := range r.Lists {
		if string(list.RawIssuer) != string(cert.RawIssuer) {
			continue
		}
		a := judgeList(list, cert, issuer, need, now)
		a.source = "danh sách thu hồi đã đưa"
		if a.state != signing.NotAsked {
			return a
		}
		out = a
	}
	if !r.Online {
		return out
	}
	servers, lists := addresses(cert.OCSPServer), addresses(cert.CRLDistributionPoints)
	if len(servers)+len(lists) == 0 {
		if len(r.Lists) == 0 {
			out.why = "chứng thư không ghi nơi hỏi thu hồi"
		}
		return out
	}
	for _, address := range servers {
		if a := r.askServer(ctx, address, cert, issuer, need, now); a.state != signing.NotAsked {
			return a
		} else {
			out = a
		}
	}
	for _, address := range lists {
		if a := r.fetchList(ctx, address, cert, issuer, need, now); a.state != signing.NotAsked {
			return a
		} else if len(servers) == 0 {
			out = a
		}
	}
	return out
}

// maxAddresses is how many addresses of each kind in a certificate are tried.
const maxAddresses = 2

// addresses are those of http and https; directories (ldap) are not asked.
func addresses(list []string) []string {
	list = slices.DeleteFunc(slices.Clone(list), func(s string) bool { return !webAddress(s) })
	return list[:min(len(list), maxAddresses)]
}

// current says whether news of that age can answer for a moment: it was made after
// the moment, or promised to hold until then.
func current(asOf, next, need time.Time) bool {
	return !asOf.Before(need) || !next.IsZero() && !next.Before(need)
}

// forgotten: sources may drop what has expired, so that silence means nothing.
func forgotten(cert *x509.Certificate, asOf time.Time) bool { return asOf.After(cert.NotAfter) }

const (
	sayStale     = "câu trả lời về thu hồi đã cũ"
	sayAhead     = "câu trả lời về thu hồi ghi thời điểm ở tương lai; kiểm tra đồng hồ của máy"
	sayForgotten = "chứng thư đã hết hạn nên nơi cấp có thể không còn ghi việc thu hồi"
)
