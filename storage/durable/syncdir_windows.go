package durable

// SyncDir has nothing to do: NTFS journals the names in a folder itself, and
// Windows lets no program sync a folder.
func SyncDir(string) error { return nil }
