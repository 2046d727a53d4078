package standin

import (
	"net/http"
)

// mySign is Viettel MySign: the RAS login at both its addresses, and the requests of
// its own.
func (s *Server) mySign(mux *http.ServeMux) {
	login := func(_ *http.Request, b body) (int, any) {
		if b.text("client_id") != ClientID || b.text("client_secret") != Secret || b.text("user_id") != User || b.text("profile_id") != "adss:ras:profile:001" {
			return http.StatusUnauthorized, map[string]string{"error": "86024", "error_description": "Client secret is invalid"}
		}
		return s.enter()
	}
	s.handle(mux, "POST /adss/service/ras/v1/login", login)
	s.handle(mux, "POST /vtss/service/ras/v1/login", login)
	s.handle(mux, "POST /vtss/service/certificates/info", s.member(func(*http.Request, body) (int, any) {
		list := []map[string]any{}
		for _, k := range s.options.Keys {
			list = append(list, map[string]any{
				"credential_id": credential(k), "authMode": "implicit", "multisign": "2147483647", "scal": "2",
				"key":  map[string]any{"status": "enabled", "algo": []string{"1.2.840.113549.1.1.1"}, "len": "2048", "curve": nil},
				"cert": map[string]any{"status": "valid", "certificates": chain(k)},
			})
		}
		return http.StatusOK, list
	}))
	s.handle(mux, "POST /vtss/service/signHash", s.member(func(_ *http.Request, b body) (int, any) {
		key, err := s.key(b.text("credentialID"))
		digests := b.digests("hash")
		documents, _ := b["documents"].([]any)
		count, _ := b["numSignatures"].(float64)
		if err != nil || len(digests) == 0 || len(documents) != len(digests) || int(count) != len(digests) || b["async"] != float64(1) {
			return refuse("invalid_request", "numSignatures, hash and documents differ")
		}
		return http.StatusOK, map[string]string{"transactionId": s.open("", key, digests).ID}
	}))
	s.handle(mux, "POST /vtss/service/requests/status", s.member(func(_ *http.Request, b body) (int, any) {
		r := s.find(b.text("transactionId"))
		if r == nil {
			return refuse("invalid_request", "Invalid parameter transactionId (no such handle)")
		}
		switch s.ask(r) {
		case Pending:
			return http.StatusOK, map[string]string{"status": "4000"}
		case Lapse:
			return http.StatusOK, map[string]string{"status": "4001"}
		case Decline:
			return http.StatusOK, map[string]string{"status": "4002"}
		case NoQuota:
			return http.StatusOK, map[string]string{"status": "4005"}
		case Confirm:
			if signatures, err := s.sign(r); err == nil {
				return http.StatusOK, map[string]any{"status": "1", "signatures": signatures}
			}
		}
		return http.StatusOK, map[string]string{"status": "4004"}
	}))
}
