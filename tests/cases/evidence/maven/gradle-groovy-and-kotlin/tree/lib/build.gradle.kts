dependencies {
    implementation("com.segment.analytics.kotlin:android:1.19.1")
}
